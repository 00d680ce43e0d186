import { CircleCheck, CircleQuestionMark, Pencil } from 'lucide-react';
import type { Corrections } from '../../../corrections/corrections';
import { charactersOf, type FixedReading, readingText } from '../../../corrections/fixed-reading';
import { leastCertain } from '../../../corrections/summarize-fixed';
import { formatProbability } from '../../base/i18n/format-probability';
import { t } from '../../base/i18n/i18n';

interface ReadingSummaryProps {
  readonly reading: FixedReading;
  readonly corrections: Corrections;
}

/**
 * How far the reading is to be trusted. No figure for 'all are right': digits that were not found are in no such figure.
 */
export function ReadingSummary({ reading, corrections }: ReadingSummaryProps) {
  const digits = charactersOf(reading);
  const toCheck = digits.filter((digit) => digit.status === 'check').length;
  const least = leastCertain(digits);
  const isEdited = readingText(reading) !== corrections.base;
  const isUnseen = digits.some((digit) => digit.status === 'sure');
  return (
    <p className="confidence" data-verdict={toCheck > 0 ? 'check' : 'sure'}>
      {toCheck > 0 ? <CircleQuestionMark size={20} aria-hidden /> : <CircleCheck size={20} aria-hidden />}
      <span className="confidence__words">
        <strong>{toCheck > 0 ? checkWords(digits.length, toCheck) : sureWords(digits.length, isUnseen)}</strong>
        {least && digits.length > 1 && (
          <span>{t('summary.lowest', { probability: formatProbability(least.confidence) })}</span>
        )}
        {isEdited && (
          <span className="confidence__edited">
            <Pencil size={16} aria-hidden />
            {t('summary.edited')}
          </span>
        )}
      </span>
    </p>
  );
}

function checkWords(total: number, toCheck: number): string {
  return total === 1 ? t('summary.check.one') : t('summary.check', { count: toCheck, total });
}

function sureWords(total: number, isUnseen: boolean): string {
  return t(isUnseen ? 'summary.sure' : 'summary.seen', { total });
}
