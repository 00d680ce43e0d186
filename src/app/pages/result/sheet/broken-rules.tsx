import { CircleQuestionMark, Wand2 } from 'lucide-react';
import type { Edit } from '../../../../corrections/edit';
import type { FixedReading } from '../../../../corrections/fixed-reading';
import type { FixedTable } from '../../../../corrections/fixed-table';
import { type RuleBreak, ruleBreaks } from '../../../../corrections/rule-breaks';
import { type RuleProposal, ruleProposals } from '../../../../corrections/rule-proposals';
import { formatValue } from '../../../base/i18n/format-number';
import { t } from '../../../base/i18n/i18n';
import styles from './broken-rules.module.css';
import type { CellPlace } from './move-cell';
import { columnWords } from './sheet-menu';

interface BrokenRulesProps {
  readonly reading: FixedReading;
  readonly table: FixedTable;
  /** 0 for the first table of the picture. */
  readonly index: number;
  readonly onShow: (place: CellPlace) => void;
  readonly onApply: (edits: readonly Edit[]) => void;
}

/** What breaks a rule, in words, and the reader's other reading where that keeps it. */
export function BrokenRules({ reading, table, index, onShow, onApply }: BrokenRulesProps) {
  const breaks = ruleBreaks(reading).filter((broken) => broken.table === index);
  const proposals = ruleProposals(reading).filter(({ broken }) => broken.table === index);
  const chosen = chosenByRules(table);
  if (breaks.length === 0 && chosen === 0) return null;
  return (
    <div className={styles.broken}>
      {chosen > 0 && (
        <p className={styles.chosen}>
          <Wand2 size={20} aria-hidden />
          {t('rule.chosen', { count: chosen })}
        </p>
      )}
      <ul className={styles.list} aria-label={t('rule.broken', { count: breaks.length })}>
        {breaks.map((broken) => {
          const proposal = proposals.find((other) => other.broken === broken);
          return (
            <li key={`${broken.row},${broken.column},${broken.rule?.id ?? 'total'}`}>
              <CircleQuestionMark size={20} aria-hidden />
              <button type="button" className={styles.words} onClick={() => onShow(broken)}>
                {breakWords(broken, table)}
              </button>
              {proposal && (
                <button type="button" className="button button--small" onClick={() => onApply([proposal.edit])}>
                  {proposalWords(proposal)}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {proposals.length > 1 && (
        <button type="button" className="button" onClick={() => onApply(proposals.map(({ edit }) => edit))}>
          <Wand2 size={20} aria-hidden />
          {t('rule.takeAll', { count: proposals.length })}
        </button>
      )}
    </div>
  );
}

/** Numbers that rules chose and nobody has agreed with yet. */
function chosenByRules({ rows }: FixedTable): number {
  const numbers = rows.flat().flatMap((cell) => cell.numbers);
  return numbers.filter(({ characters }) =>
    characters.some(({ status, chosenToFit }) => status === 'check' && chosenToFit === 'rule'),
  ).length;
}

/** E.g. 'Row 7: 12 + 15 + 9 = 36, the sheet says 38'. */
export function breakWords({ row, column, rule, text, parts, sum }: RuleBreak, table: FixedTable): string {
  const place = { row: row + 1, column: columnWords(table, column), text };
  if (sum !== null) {
    const values = { ...place, parts: sumWords(parts), sum: formatValue(sum) };
    return t(rule ? 'rule.break.sum' : 'rule.break.total', values);
  }
  switch (rule?.id) {
    case 'decimal':
      return t('rule.break.decimal', { ...place, places: rule.places ?? 0 });
    case 'range':
      return t(rangeMessage(rule.from, rule.to), {
        ...place,
        from: formatValue(rule.from ?? 0),
        to: formatValue(rule.to ?? 0),
      });
    case 'integer':
    case 'date':
    case 'list':
    case 'check-digit':
      return t(`rule.break.${rule.id}`, place);
    default:
      return '';
  }
}

function rangeMessage(from: number | undefined, to: number | undefined) {
  if (from === undefined) return 'rule.break.atMost';
  return to === undefined ? 'rule.break.atLeast' : 'rule.break.range';
}

/** Long columns are cut in the middle. */
const MOST_PARTS = 6;

function sumWords(parts: readonly string[]): string {
  const shown =
    parts.length > MOST_PARTS ? [...parts.slice(0, MOST_PARTS / 2), '…', ...parts.slice(-MOST_PARTS / 2)] : parts;
  return shown.join(' + ');
}

function proposalWords({ instead, text }: RuleProposal): string {
  return t('rule.take', { instead, text });
}
