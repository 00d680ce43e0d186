const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });
const fullDay = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' });

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** @param at milliseconds since 1970 */
export function formatTime(at: number): string {
  return time.format(at);
}

/** The day as people say it: 'Today', 'Yesterday', 'Monday, March 3', and with the year when that is another one. */
export function formatDay(at: number, now: number): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / (24 * 60 * 60 * 1000));
  if (daysAgo === 0 || daysAgo === 1) {
    const word = relative.format(-daysAgo, 'day');
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayOfYear : fullDay).format(at);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
