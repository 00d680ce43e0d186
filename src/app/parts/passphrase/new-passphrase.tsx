import { useId } from 'react';
import { passphraseStrength, STRENGTHS } from '../../../vault/passphrase-strength';
import { t } from '../../base/i18n/i18n';
import fieldStyles from './field.module.css';
import styles from './new-passphrase.module.css';
import { PassphraseField } from './passphrase-field';

interface NewPassphraseProps {
  readonly label: string;
  readonly value: string;
  readonly again: string;
  readonly onChange: (value: string) => void;
  readonly onChangeAgain: (value: string) => void;
}

/** A passphrase to be chosen: advice and an honest estimate, but no rules. Typed twice, because nobody can recover it. */
export function NewPassphrase({ label, value, again, onChange, onChangeAgain }: NewPassphraseProps) {
  const id = useId();
  const strength = passphraseStrength(value);
  const level = STRENGTHS.indexOf(strength);
  const differs = again !== '' && !value.startsWith(again);
  return (
    <>
      <PassphraseField
        label={label}
        value={value}
        autoComplete="new-password"
        describedBy={`${id}-advice`}
        onChange={onChange}
      />
      <div className={styles.strength} data-strength={strength}>
        <meter
          className={styles.meter}
          min={0}
          max={STRENGTHS.length - 1}
          value={level}
          aria-label={t('profiles.strength')}
          aria-valuetext={t(`profiles.strength.${strength}`)}
        />
        <p className={styles.words} aria-live="polite">
          {t(`profiles.strength.${strength}`)}
        </p>
      </div>
      <p id={`${id}-advice`} className={fieldStyles.note}>
        {t('profiles.passphrase.advice')}
      </p>
      <PassphraseField
        label={t('profiles.passphrase.again')}
        value={again}
        autoComplete="new-password"
        problem={differs ? t('profiles.passphrase.differs') : null}
        onChange={onChangeAgain}
      />
    </>
  );
}
