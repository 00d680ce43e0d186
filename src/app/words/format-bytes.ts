const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000_000_000;

const megabytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
const gigabytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 });
const kilobytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });

/** A size in kilobytes, megabytes or gigabytes (powers of ten), e.g. '1.8 MB'. */
export function formatBytes(bytes: number): string {
  if (bytes >= GIGABYTE) {
    return gigabytes.format(bytes / GIGABYTE);
  }
  return bytes < MEGABYTE ? kilobytes.format(bytes / 1000) : megabytes.format(bytes / MEGABYTE);
}
