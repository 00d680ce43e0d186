import { formatShare } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import type { ShareFigures } from './card-files';
import styles from './share-cell.module.css';
import tableStyles from './table.module.css';

/** A share in numbers and as a bar, with its interval; what a table's cell holds. */
export function ShareCell({ exact, wilson95: [low, high] }: Pick<ShareFigures, 'exact' | 'wilson95'>) {
  return (
    <span className={styles.share}>
      <span className={styles.value}>{formatShare(exact)}</span>
      <ShareBar share={exact} low={low} high={high} />
      <span className={tableStyles.more}>
        {t('model.accuracy.intervalValue', { low: formatShare(low), high: formatShare(high) })}
      </span>
    </span>
  );
}

/** The share as a bar with its interval; the numbers stand beside it. */
function ShareBar({ share, low, high }: { readonly share: number; readonly low: number; readonly high: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden>
      <rect className={styles.track} x="0" y="0" width="100" height="12" />
      <rect className={styles.fill} x="0" y="0" width={share * 100} height="12" />
      <rect className={styles.interval} x={low * 100} y="4" width={Math.max(0.4, (high - low) * 100)} height="4" />
    </svg>
  );
}
