import { NUMERAL_SCRIPTS } from '../../../contract/numeral-scripts';
import { t } from '../../base/i18n/i18n';

/** How many digits show what a script looks like. */
const SAMPLE = 4;

/** The choices of a menu: automatic, and each script with some of its digits. */
export function ScriptOptions() {
  return (
    <>
      <option value="auto">{t('script.auto')}</option>
      {NUMERAL_SCRIPTS.map(({ id, digits }) => (
        <option key={id} value={id}>
          {t('script.option', { script: t(`script.${id}`), digits: digits.slice(1, 1 + SAMPLE).join('') })}
        </option>
      ))}
    </>
  );
}
