import { wilsonInterval } from '../../../scoring/wilson-interval';
import { backendReasonWords, backendWords } from '../../base/i18n/backend-words';
import { formatDuration } from '../../base/i18n/format-duration';
import { formatCount, formatShare } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import { ConfusionTable } from './confusion-table';
import factsStyles from './facts.module.css';
import headlineStyles from './headline.module.css';
import type { ModelCard } from './load-model-card';
import type { SelfTestReport } from './run-self-test';
import styles from './self-test-result.module.css';
import { shippedWeights } from './shipped-weights';
import tableStyles from './table.module.css';

interface SelfTestResultProps {
  readonly report: SelfTestReport;
  readonly card: ModelCard;
}

/** What this device measured, beside what was measured before publishing. */
export function SelfTestResult({ report, card }: SelfTestResultProps) {
  const { count, right, matrix, backend, elapsedMs } = report;
  const [low, high] = wilsonInterval(right / count, count);
  const place = backend.location === 'page' ? 'model.test.backendInPage' : 'model.test.backendInWorker';
  const facts: readonly (readonly [string, string])[] = [
    [t('model.test.speed'), formatCount((1000 * count) / Math.max(1, elapsedMs))],
    [t('model.test.time'), formatDuration(elapsedMs)],
    [t('model.test.backend'), t(place, { backend: backendWords(backend.name) })],
    [t('model.test.reason'), backendReasonWords(backend.reason)],
  ];
  return (
    <div className={styles.result}>
      <p className={headlineStyles.headline}>
        <strong className={headlineStyles.figure}>{formatShare(right / count, 1)}</strong>
        <span className={headlineStyles.words}>
          {t('model.test.accuracy', { count })}
          <span className={tableStyles.more}>
            {t('model.test.right', { right, wrong: count - right })} ·{' '}
            {t('model.test.interval', { low: formatShare(low, 1), high: formatShare(high, 1) })}
          </span>
        </span>
      </p>
      <p>{comparison(report, card)}</p>
      <dl className={factsStyles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={factsStyles.row}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ConfusionTable caption={t('model.confusion.caption')} about={t('model.test.title')} matrix={matrix} />
    </div>
  );
}

function comparison({ count, right }: SelfTestReport, card: ModelCard): string {
  const { mistakes } = card;
  if (!mistakes || mistakes.weights !== shippedWeights(card) || mistakes.sameSample.pictures !== count) {
    return t('model.test.otherWeights');
  }
  const before = mistakes.sameSample.right;
  return before === right ? t('model.test.same') : t('model.test.different', { right: before });
}
