import { CircleCheck, CircleQuestionMark, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import {
  ANYTHING,
  type Expectation,
  type ExpectationFit,
  type ExpectationId,
  expectsLetters,
} from '../../../contract/expectation';
import { writtenIn } from '../../../contract/numeral-scripts';
import type { Edit } from '../../../corrections/edit';
import { DIGIT_COUNTS, EXPECTATIONS, expectationRow, isSameExpectation } from '../../../corrections/expectations';
import type { Misfit } from '../../../corrections/propose-fit';
import { t } from '../../base/i18n/i18n';
import { ConventionChoice } from './convention-choice';
import styles from './expectation-picker.module.css';
import { LettersNote } from './letters-note';
import { PatternChoice } from './pattern-choice';
import { ReadWith } from './read-with';
import type { BatchExpectation } from './use-batch-expectation';

const MOST_LISTED = 4;

interface ExpectationPickerProps {
  readonly expectation: Expectation;
  readonly misfits: readonly Misfit[];
  /** Nothing was read. */
  readonly isEmpty: boolean;
  /** What still asks for a look: nothing is right before that. */
  readonly openChecks: number;
  /** Whether it matters how numbers are written: some have a point or a comma. */
  readonly asksConvention: boolean;
  /** What an expectation did when the picture was read; null when nothing was expected then. */
  readonly fit: ExpectationFit | null;
  /** Digits that were chosen to fit and that nobody has looked at. */
  readonly chosenToFit: number;
  readonly onReadAgain: () => void;
  readonly onChange: (expectation: Expectation) => void;
  readonly onEdit: (edit: Edit) => void;
  /** null for a picture that came alone. */
  readonly batch: BatchExpectation | null;
}

/** What every number of the picture is expected to be; says which are not, and what they may be instead. */
export function ExpectationPicker(props: ExpectationPickerProps) {
  const { expectation, misfits, isEmpty, openChecks, asksConvention, fit, chosenToFit, onChange, onEdit, batch } =
    props;
  const id = useId();
  const row = expectationRow(expectation.id);
  const count = expectation.count ?? DIGIT_COUNTS.usual;
  return (
    <div className={styles.expect}>
      <div className={styles.choice}>
        <label htmlFor={id}>{t('expect.title')}</label>
        <select
          id={id}
          className={`control ${styles.field}`}
          value={expectation.id}
          onChange={(event) => onChange(expectationOf(event.target.value as ExpectationId, expectation))}
        >
          {EXPECTATIONS.map(({ id: value }) => (
            <option key={value} value={value}>
              {t(`expect.${value}`)}
            </option>
          ))}
        </select>
        {row.asksForCount && (
          <input
            className={`control ${styles.field} ${styles.count}`}
            type="number"
            inputMode="numeric"
            aria-label={t('expect.count')}
            min={DIGIT_COUNTS.fewest}
            max={DIGIT_COUNTS.most}
            defaultValue={count}
            onChange={(event) => {
              const asked = Math.round(event.target.valueAsNumber);
              if (asked >= DIGIT_COUNTS.fewest && asked <= DIGIT_COUNTS.most) {
                onChange({ ...expectation, count: asked });
              }
            }}
          />
        )}
        {row.asksForPattern && <PatternChoice expectation={expectation} onChange={onChange} />}
        {asksConvention && !expectsLetters(expectation) && (
          <ConventionChoice expectation={expectation} onChange={onChange} />
        )}
        {batch && <InAllButton expectation={expectation} batch={batch} />}
      </div>
      {expectation.id !== 'anything' && (
        <>
          {!isEmpty && (
            <Outcome
              misfits={misfits}
              openChecks={openChecks}
              name={t(`expect.${expectation.id}.name`, { count })}
              explanation={t(`expect.${expectation.id}.words`, { count })}
              onEdit={onEdit}
            />
          )}
          {expectsLetters(expectation) && <LettersNote isPlate={expectation.id === 'number-plate'} />}
          <ReadWith
            expectation={expectation}
            name={t(`expect.${expectation.id}.name`, { count })}
            hasMisfits={misfits.length > 0}
            fit={fit}
            chosenToFit={chosenToFit}
            onReadAgain={props.onReadAgain}
          />
        </>
      )}
    </div>
  );
}

interface InAllButtonProps {
  readonly expectation: Expectation;
  readonly batch: BatchExpectation;
}

function InAllButton({ expectation, batch }: InAllButtonProps) {
  const { size, done, expectInAll } = batch;
  const isDone = done !== null && isSameExpectation(done.expectation, expectation);
  if ((size < 2 || isSameExpectation(expectation, ANYTHING)) && !done) {
    return null;
  }
  return (
    <button type="button" className="button" onClick={() => void expectInAll(expectation)}>
      {isDone ? t('expect.batch.done', { count: done.count }) : t('expect.batch', { count: size })}
    </button>
  );
}

/** Another kind of number, written in the same way. */
function expectationOf(
  id: ExpectationId,
  { count = DIGIT_COUNTS.usual, convention, pattern }: Expectation,
): Expectation {
  const { asksForCount, asksForPattern } = expectationRow(id);
  const isAsked = asksForPattern && pattern;
  return { id, ...(asksForCount && { count }), ...(convention && { convention }), ...(isAsked && { pattern }) };
}

interface OutcomeProps {
  readonly misfits: readonly Misfit[];
  readonly openChecks: number;
  /** What is expected, with its article: 'an amount'. */
  readonly name: string;
  readonly explanation: string;
  readonly onEdit: (edit: Edit) => void;
}

function Outcome({ misfits, openChecks, name, explanation, onEdit }: OutcomeProps): ReactNode {
  if (misfits.length === 0 && openChecks > 0) {
    return (
      <p className={styles.outcome} data-verdict="check" role="status">
        <CircleQuestionMark size={20} aria-hidden />
        {t('expect.fitsUnchecked', { name, count: openChecks })}
      </p>
    );
  }
  if (misfits.length === 0) {
    return (
      <p className={styles.outcome} role="status">
        <CircleCheck size={20} aria-hidden />
        {t('expect.fits', { name })}
      </p>
    );
  }
  const proposals = misfits.flatMap(({ number, proposal }) => (proposal ? [{ number, ...proposal }] : []));
  return (
    <div>
      <p className={styles.outcome} data-verdict="check" role="status">
        <TriangleAlert size={20} aria-hidden />
        {t('expect.misfits', { count: misfits.length, explanation })}
      </p>
      {proposals.length > 0 && (
        <ul className={styles.proposals}>
          {proposals.slice(0, MOST_LISTED).map(({ number, text, edit }) => (
            <li key={number.characters[0]?.id}>
              <button type="button" className="button" onClick={() => onEdit(edit)}>
                {t('expect.change', { text: number.written, fitting: writtenIn(text, number.script) })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
