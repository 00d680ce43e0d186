import { formatCount, formatShare } from '../../base/i18n/format-number';
import { formatLocale, t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { CardSection } from './card-section';
import cardSectionStyles from './card-section.module.css';
import factsStyles from './facts.module.css';
import type { HandwritingFigures } from './handwriting-figures';
import headlineStyles from './headline.module.css';
import { useHandwriting } from './use-handwriting';

const SHOWN_MIXUPS = 3;

/** Accuracy on the visitor's own corrections, counted from the history on this device. */
export function HandwritingSection() {
  const figures = useHandwriting();
  return (
    <CardSection title={t('model.hand.title')} lead={t('model.hand.lead')}>
      {figures !== null && !figures.ok && <p role="alert">{localFailureWords(figures.failure).title}</p>}
      {figures?.ok && figures.value.pictures === 0 && (
        <p className={`sheet ${cardSectionStyles.missing}`}>{t('model.hand.empty')}</p>
      )}
      {figures?.ok && figures.value.pictures > 0 && <Figures figures={figures.value} />}
    </CardSection>
  );
}

function Figures({
  figures: { pictures, right, wrong, extra, missed, mixups },
}: {
  readonly figures: HandwritingFigures;
}) {
  const written = right + wrong + missed;
  const facts: readonly (readonly [string, number])[] = [
    [t('model.hand.right'), right],
    [t('model.hand.wrong'), wrong],
    [t('model.hand.missed'), missed],
    [t('model.hand.extra'), extra],
  ];
  const pairs = mixups.slice(0, SHOWN_MIXUPS).map((mixup) => t('model.hand.pair', { ...mixup }));
  return (
    <>
      <p className={headlineStyles.headline}>
        <strong className={headlineStyles.figure}>{formatShare(right / Math.max(1, written), 1)}</strong>
        <span className={headlineStyles.words}>{t('model.hand.accuracy', { pictures })}</span>
      </p>
      <dl className={factsStyles.facts}>
        {facts.map(([name, count]) => (
          <div key={name} className={factsStyles.row}>
            <dt>{name}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      {pairs.length > 0 && <p>{t('model.hand.mixups', { pairs: formatList(pairs) })}</p>}
      <p className={cardSectionStyles.lead}>{t('model.hand.note')}</p>
    </>
  );
}

function formatList(parts: readonly string[]): string {
  return new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(parts);
}
