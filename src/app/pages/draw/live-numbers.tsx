import { t } from '../../base/i18n/i18n';
import type { Stroke } from './drawing';
import styles from './live-numbers.module.css';
import { useLiveReading } from './use-live-reading';

/** What the drawing says so far, a line of the drawing a line. Keeps its place free, so that nothing moves. */
export function LiveNumbers({ strokes }: { readonly strokes: readonly Stroke[] }) {
  const { lines, isCurrent } = useLiveReading(strokes);
  const isBlank = isCurrent && strokes.length > 0 && lines.length === 0;
  return (
    <output className={styles.live} data-current={isCurrent} aria-label={t('draw.live')}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone.
        <bdi key={index} className={styles.line} dir="ltr">
          {line}
        </bdi>
      ))}
      {isBlank && <span className={styles.hint}>{t('row.mark.none')}</span>}
      {strokes.length === 0 && <span className={styles.hint}>{t('draw.words')}</span>}
    </output>
  );
}
