import { CircleCheck, CircleQuestionMark, Pencil } from 'lucide-react';
import type { Corrections } from '../../../corrections/corrections';
import { openChecks } from '../../../corrections/fixed-number';
import { charactersOf, type FixedReading, isDigit, readingText } from '../../../corrections/fixed-reading';
import { leastCertain } from '../../../corrections/summarize-fixed';
import { formatProbability } from '../../base/i18n/format-probability';
import { t } from '../../base/i18n/i18n';
import styles from './reading-summary.module.css';

interface ReadingSummaryProps {
  readonly reading: FixedReading;
  readonly corrections: Corrections;
}

/**
 * How far the reading is to be trusted. No figure for 'all are right': digits that were not found are in no such figure.
 */
export function ReadingSummary({ reading, corrections }: ReadingSummaryProps) {
  const characters = charactersOf(reading);
  const toCheck = characters.filter(({ status }) => status === 'check').length;
  /** Doubtful as a whole, though none of their characters is. */
  const numbersToCheck = openChecks(reading).length - toCheck;
  const isOpen = toCheck + numbersToCheck > 0;
  const least = leastCertain(characters);
  const isEdited = readingText(reading) !== corrections.base;
  const isUnseen = characters.some(({ status }) => status === 'sure');
  const withMarks = characters.some((character) => !isDigit(character));
  return (
    <p className={styles.confidence} data-verdict={isOpen ? 'check' : 'sure'}>
      {isOpen ? <CircleQuestionMark size={20} aria-hidden /> : <CircleCheck size={20} aria-hidden />}
      <span className={styles.words}>
        <strong>{words()}</strong>
        {least && characters.length > 1 && (
          <span>{t('summary.lowest', { probability: formatProbability(least.confidence) })}</span>
        )}
        {isEdited && (
          <span className={styles.edited}>
            <Pencil size={16} aria-hidden />
            {t('summary.edited')}
          </span>
        )}
      </span>
    </p>
  );

  function words(): string {
    const total = characters.length;
    if (isOpen && toCheck === 0) return t('summary.check.numbers', { count: numbersToCheck });
    if (isOpen && numbersToCheck > 0)
      return t('summary.check.both', { count: toCheck, total, numbers: numbersToCheck });
    if (isOpen && total === 1) return t('summary.check.one');
    if (isOpen) return t(withMarks ? 'summary.check.marks' : 'summary.check', { count: toCheck, total });
    if (withMarks) return t(isUnseen ? 'summary.sure.marks' : 'summary.seen.marks', { total });
    return t(isUnseen ? 'summary.sure' : 'summary.seen', { total });
  }
}
