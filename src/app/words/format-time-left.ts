const seconds = new Intl.NumberFormat('en', { style: 'unit', unit: 'second', unitDisplay: 'short' });
const minutes = new Intl.NumberFormat('en', { style: 'unit', unit: 'minute', unitDisplay: 'short' });

/** A guess of the time left, only as exact as a guess can be: 'about 20 sec left', 'about 3 min left'. */
export function formatTimeLeft(ms: number): string {
  if (ms < 5000) {
    return 'a few seconds left';
  }
  const left = ms < 55_000 ? seconds.format(Math.ceil(ms / 5000) * 5) : minutes.format(Math.ceil(ms / 60_000));
  return `about ${left} left`;
}
