import { formatLocale, i18n } from './i18n';

/** The time of day, as '1:32 AM'. @param at milliseconds since 1970 */
export function formatTime(at: number): string {
  return i18n.date(new Date(at), { hour: 'numeric', minute: '2-digit' });
}

/** The day within a sentence, and for ever: 'March 3, 2026'. @param at milliseconds since 1970 */
export function formatDate(at: number): string {
  return i18n.date(new Date(at), { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The day as people say it: 'Today', 'Yesterday', 'Monday, March 3', and with the year when that is another one. */
export function formatDay(at: number, now: number): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / (24 * 60 * 60 * 1000));
  if (daysAgo === 0 || daysAgo === 1) {
    const word = new Intl.RelativeTimeFormat(formatLocale(), { numeric: 'auto' }).format(-daysAgo, 'day');
    return word.charAt(0).toLocaleUpperCase(formatLocale()) + word.slice(1);
  }
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return sameYear ? i18n.date(new Date(at), { weekday: 'long', day: 'numeric', month: 'long' }) : formatDate(at);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
