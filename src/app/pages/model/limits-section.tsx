import { t } from '../../base/i18n/i18n';
import { CardSection } from './card-section';
import styles from './limits-section.module.css';

const LIMITS = [
  'model.limits.digits',
  'model.limits.touching',
  'model.limits.small',
  'model.limits.unlike',
  'model.limits.one',
  'model.limits.origin',
  'model.limits.money',
] as const;

/** What the reader cannot do, in plain words. */
export function LimitsSection() {
  return (
    <CardSection title={t('model.limits.title')}>
      <ul className={styles.limits}>
        {LIMITS.map((id) => (
          <li key={id}>{t(id)}</li>
        ))}
      </ul>
    </CardSection>
  );
}
