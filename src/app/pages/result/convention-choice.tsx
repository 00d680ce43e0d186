import { useId } from 'react';
import { type Expectation, NUMBER_CONVENTION_IDS } from '../../../contract/expectation';
import { t } from '../../base/i18n/i18n';
import expectationPickerStyles from './expectation-picker.module.css';

interface ConventionChoiceProps {
  readonly expectation: Expectation;
  readonly onChange: (expectation: Expectation) => void;
}

/** How numbers are written where the picture comes from, which decides what 1,234 means. */
export function ConventionChoice({ expectation, onChange }: ConventionChoiceProps) {
  const id = useId();
  const { convention: chosen, ...rest } = expectation;
  return (
    <>
      <label htmlFor={id}>{t('convention.title')}</label>
      <select
        id={id}
        className={`control ${expectationPickerStyles.field}`}
        value={chosen ?? ''}
        onChange={({ target }) => {
          const convention = NUMBER_CONVENTION_IDS.find((other) => other === target.value);
          onChange(convention ? { ...rest, convention } : rest);
        }}
      >
        <option value="">{t('convention.any')}</option>
        {NUMBER_CONVENTION_IDS.map((convention) => (
          <option key={convention} value={convention}>
            {t(`convention.${convention}`)}
          </option>
        ))}
      </select>
    </>
  );
}
