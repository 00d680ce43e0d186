import { Check, CircleQuestionMark } from 'lucide-react';
import { writtenIn } from '../../../contract/numeral-scripts';
import type { Doubt } from '../../../contract/recognition';
import type { FixedNumber } from '../../../corrections/fixed-number';
import { countriesOf } from '../../../numbers/code-forms';
import { formatValue } from '../../base/i18n/format-number';
import { formatProbability } from '../../base/i18n/format-probability';
import { formatLocale, t } from '../../base/i18n/i18n';
import { countryName } from './country-name';
import type { FixCommand } from './fix-keys';
import styles from './number-details.module.css';

/** So many other readings are worth naming. */
const MOST_LISTED = 3;
/** Countries whose plates look the same; more say nothing. */
const MOST_COUNTRIES = 4;

interface NumberDetailsProps {
  readonly number: FixedNumber;
  readonly onCommand: (command: FixCommand) => void;
  readonly onRewrite: (text: string) => void;
}

/** The number as a whole: what it means, why it is to be checked, and what else it may be. */
export function NumberDetails({ number, onCommand, onRewrite }: NumberDetailsProps) {
  const { written, script, kind, doubts, alternatives, characters, status } = number;
  const others = alternatives.slice(0, MOST_LISTED);
  const isPlain = kind === 'integer' && doubts.every((doubt) => doubt === 'unclear-character') && others.length === 0;
  if (isPlain) return null;
  const countries = kind === 'code' ? countriesOf(number.text).slice(0, MOST_COUNTRIES).map(countryName) : [];
  const isWhole = status === 'check' && characters.every((character) => character.status !== 'check');
  return (
    <div className={styles.details}>
      <p className={styles.meaning}>{meaningWords(number)}</p>
      {countries.length > 0 && (
        <p className={styles.meaning}>
          {t('number.countries', {
            countries: new Intl.ListFormat(formatLocale(), { type: 'disjunction' }).format(countries),
          })}
        </p>
      )}
      {doubts.length > 0 && (
        <ul className={styles.doubts} aria-label={t('number.doubts', { text: written })}>
          {doubts.map((doubt) => (
            <li key={doubt}>
              <CircleQuestionMark size={20} aria-hidden />
              {doubtWords(doubt, number)}
            </li>
          ))}
        </ul>
      )}
      {(isWhole || others.length > 0) && (
        <div className={styles.choices}>
          {isWhole && (
            <button type="button" className="button" onClick={() => onCommand({ kind: 'accept' })}>
              <Check size={20} aria-hidden />
              {t('number.accept', { text: written })}
            </button>
          )}
          {others.map((other, index) => (
            <button
              key={other.text}
              type="button"
              className="button"
              aria-keyshortcuts={index === 0 ? 'A' : undefined}
              onClick={() => onRewrite(other.text)}
            >
              {t('number.other', {
                text: writtenIn(other.text, script),
                probability: formatProbability(other.confidence),
              })}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The script that a number may be written in as well is named. */
function doubtWords(doubt: Doubt, { scripts, script }: FixedNumber): string {
  const other = doubt === 'unclear-script' ? scripts.find((each) => each !== script) : undefined;
  return other ? t('doubt.unclear-script.other', { script: t(`script.${other}`) }) : t(`doubt.${doubt}`);
}

function meaningWords({ written: text, kind, value }: FixedNumber): string {
  const what = t(`kind.${kind}`);
  return value === null
    ? t('number.meaning', { text, kind: what })
    : t('number.meaning.value', { text, kind: what, value: formatValue(value) });
}
