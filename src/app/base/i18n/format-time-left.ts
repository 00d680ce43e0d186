import { i18n, t } from './i18n';

/** A guess of the time left, only as exact as a guess can be: 'about 20 sec left', 'about 3 min left'. */
export function formatTimeLeft(ms: number): string {
  if (ms < 5000) {
    return t('shell.time.few');
  }
  const time =
    ms < 55_000
      ? i18n.number(Math.ceil(ms / 5000) * 5, { style: 'unit', unit: 'second', unitDisplay: 'short' })
      : i18n.number(Math.ceil(ms / 60_000), { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  return t('shell.time.about', { time });
}
