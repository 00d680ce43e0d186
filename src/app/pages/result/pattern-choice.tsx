import { useId } from 'react';
import { CODE_PATTERNS } from '../../../contract/code-patterns';
import type { Expectation } from '../../../contract/expectation';
import { formatLocale, t } from '../../base/i18n/i18n';
import { countryName } from './country-name';
import expectationPickerStyles from './expectation-picker.module.css';

interface PatternChoiceProps {
  readonly expectation: Expectation;
  readonly onChange: (expectation: Expectation) => void;
}

/** Whose number plates are expected, which settles what only a place in the plate tells apart. */
export function PatternChoice({ expectation, onChange }: PatternChoiceProps) {
  const id = useId();
  const { pattern: chosen, ...rest } = expectation;
  const countries = CODE_PATTERNS.map((row) => ({ id: row.id, name: countryName(row.id) })).sort((a, b) =>
    a.name.localeCompare(b.name, formatLocale()),
  );
  return (
    <>
      <label htmlFor={id}>{t('expect.country')}</label>
      <select
        id={id}
        className={`control ${expectationPickerStyles.field}`}
        value={chosen ?? ''}
        onChange={({ target }) => {
          const row = CODE_PATTERNS.find((pattern) => pattern.id === target.value);
          onChange(row ? { ...rest, pattern: row.id } : rest);
        }}
      >
        <option value="">{t('expect.country.any')}</option>
        {countries.map(({ id: pattern, name }) => (
          <option key={pattern} value={pattern}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
