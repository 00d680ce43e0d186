import { i18n } from './i18n';

/** A whole number with the separators of the language that is shown. */
export function formatCount(count: number): string {
  return i18n.number(count, { maximumFractionDigits: 0 });
}

/** The value of a number that was read, with all its decimals. */
export function formatValue(value: number): string {
  return i18n.number(value, { maximumFractionDigits: 20 });
}

/**
 * A share 0..1 as a percentage. Rounding never claims that all or nothing was meant: what is below 1 reads at most
 * '99.99%', what is above 0 at least '0.01%'.
 */
export function formatShare(share: number, digits = 2): string {
  const step = 10 ** -(digits + 2);
  const shown = share > 0 && share < 1 ? Math.min(1 - step, Math.max(step, share)) : share;
  return i18n.number(shown, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
}
