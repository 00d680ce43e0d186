import { i18n } from './i18n';

const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000_000_000;

/** A size in kilobytes, megabytes or gigabytes (powers of ten), e.g. '1.8 MB'. */
export function formatBytes(bytes: number): string {
  if (bytes >= GIGABYTE) {
    return formatUnit(bytes / GIGABYTE, 'gigabyte', 1);
  }
  return bytes < MEGABYTE ? formatUnit(bytes / 1000, 'kilobyte', 0) : formatUnit(bytes / MEGABYTE, 'megabyte', 1);
}

function formatUnit(value: number, unit: string, digits: number): string {
  return i18n.number(value, { style: 'unit', unit, maximumFractionDigits: digits });
}
