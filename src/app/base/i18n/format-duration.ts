import { i18n } from './i18n';

/** A time span as people say it: '84 ms', '2.4s'. */
export function formatDuration(ms: number): string {
  return ms < 1000
    ? i18n.number(ms, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 })
    : i18n.number(ms / 1000, { style: 'unit', unit: 'second', unitDisplay: 'narrow', maximumFractionDigits: 1 });
}
