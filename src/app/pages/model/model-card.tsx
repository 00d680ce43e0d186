import { RotateCw } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { FailureSheet } from '../../parts/page/failure-sheet';
import { AccuracySection } from './accuracy-section';
import { CalibrationSection } from './calibration-section';
import type { CheckFigures, ConfidenceFigures, EvaluationFigures } from './card-files';
import { ChecksSection } from './checks-section';
import { ConfusionSection } from './confusion-section';
import { DataSection } from './data-section';
import { Facts } from './facts';
import { HandwritingSection } from './handwriting-section';
import { LimitsSection } from './limits-section';
import { MistakesSection } from './mistakes-section';
import styles from './model-card.module.css';
import { NetworksSection } from './networks-section';
import { PlatesSection } from './plates-section';
import { ScriptsSection } from './scripts-section';
import { SelfTestSection } from './self-test-section';
import { useModelCard } from './use-model-card';

/** Everything about the networks, from the files that training and measuring wrote. */
export function ModelCardView() {
  const { card, retry } = useModelCard();
  if (card === null) {
    return <p role="status">{t('model.loading')}</p>;
  }
  if (!card.ok) {
    return (
      <FailureSheet words={{ ...localFailureWords(card.failure), explanation: t('model.failed') }}>
        <button type="button" className="button button--primary" onClick={retry}>
          <RotateCw size={20} aria-hidden />
          {t('model.retry')}
        </button>
      </FailureSheet>
    );
  }
  const { results, plates } = card.value;
  const sets = results.filter((result): result is EvaluationFigures => result.group === 'sets');
  const together = results.filter((result): result is ConfidenceFigures => result.group === 'together');
  const checks = results.filter((result): result is CheckFigures => 'parts' in result);
  return (
    <div className={styles.model}>
      <p className={styles.lead}>{t('model.lead')}</p>
      <Facts card={card.value} />
      <AccuracySection results={sets} />
      {card.value.scripts && <ScriptsSection manifest={card.value.scripts} />}
      {plates && <PlatesSection plates={plates} checks={checks.filter(({ group }) => group === 'plates')} />}
      <ChecksSection checks={checks} />
      <SelfTestSection card={card.value} />
      <HandwritingSection />
      <ConfusionSection results={sets} />
      <CalibrationSection results={[...together, ...sets]} />
      <MistakesSection card={card.value} />
      <DataSection card={card.value} />
      <NetworksSection card={card.value} />
      <LimitsSection />
    </div>
  );
}
