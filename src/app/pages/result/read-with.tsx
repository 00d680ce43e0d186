import { RotateCw } from 'lucide-react';
import { type Expectation, type ExpectationFit, expectsLetters } from '../../../contract/expectation';
import { t } from '../../base/i18n/i18n';
import styles from './expectation-picker.module.css';

interface ReadWithProps {
  readonly expectation: Expectation;
  /** What is expected, with its article. */
  readonly name: string;
  readonly hasMisfits: boolean;
  /** What an expectation did when the picture was read; null when nothing was expected then. */
  readonly fit: ExpectationFit | null;
  readonly chosenToFit: number;
  readonly onReadAgain: () => void;
}

/** What the reader made of the expectation, or the offer to read once more with it. */
export function ReadWith({ expectation, name, hasMisfits, fit, chosenToFit, onReadAgain }: ReadWithProps) {
  if (!isReadWith(expectation, fit)) {
    // Who reads digits alone knows nothing of letters, even where all that was read would do.
    return hasMisfits || expectsLetters(expectation) ? (
      <div className="actions">
        <button type="button" className="button" onClick={onReadAgain}>
          <RotateCw size={20} aria-hidden />
          {t('expect.readAgain', { name })}
        </button>
      </div>
    ) : null;
  }
  return (
    <>
      {chosenToFit > 0 && <p className={styles.outcome}>{t('expect.chosen', { count: chosenToFit })}</p>}
      {fit && fit.leftOut > 0 && <p className={styles.outcome}>{t('expect.leftOut', { count: fit.leftOut })}</p>}
      {hasMisfits && !fit?.isMet && <p className={styles.outcome}>{t('expect.readWith')}</p>}
    </>
  );
}

/** How numbers are written says what they mean, not what is read. */
function isReadWith({ id, count, pattern }: Expectation, fit: ExpectationFit | null): boolean {
  const asked = fit?.expectation;
  return asked?.id === id && asked.count === count && asked.pattern === pattern;
}
