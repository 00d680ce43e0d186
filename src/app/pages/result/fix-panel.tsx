import { type ReactNode, type RefObject, useMemo } from 'react';
import type { Recognition } from '../../../contract/recognition';
import { fixedNumbers, numberAround, openChecks } from '../../../corrections/fixed-number';
import { charactersOf } from '../../../corrections/fixed-reading';
import type { FixedTable } from '../../../corrections/fixed-table';
import { misfits as findMisfits } from '../../../corrections/propose-fit';
import { takesLetters } from '../../../corrections/takes-letters';
import { t } from '../../base/i18n/i18n';
import type { Selection } from '../../parts/picture/selection';
import { CopyButtons } from './copy-buttons';
import { partsAround } from './copyables';
import { DigitDetails } from './digit-details';
import { ExpectationPicker } from './expectation-picker';
import type { FixCommand } from './fix-keys';
import { FixToolbar } from './fix-toolbar';
import { InkMap } from './ink-map';
import { KeyHints } from './key-hints';
import { LeaveOut } from './leave-out';
import { NoDigits } from './no-digits';
import { NumberDetails } from './number-details';
import { NumberDisplay } from './number-display';
import { Origin } from './origin';
import { PhoneDock } from './phone-dock';
import { ReadingSummary } from './reading-summary';
import { SaveNotice } from './save-notice';
import { DigitByDigit, Sheets } from './sheet/sheets';
import type { CellCursor } from './sheet/use-cell-cursor';
import { StruckOutList } from './struck-out-list';
import { TurnNote } from './turn-note';
import { useBatchExpectation } from './use-batch-expectation';
import { type FixCommands, rightNeighbor } from './use-fix-commands';
import type { Fixing } from './use-fixing';
import { useLeaveOut } from './use-leave-out';

interface FixPanelProps {
  readonly recognition: Recognition;
  readonly batchId: string | null;
  readonly fixing: Fixing;
  readonly commands: FixCommands;
  readonly selection: Selection;
  readonly cursor: CellCursor;
  readonly group: RefObject<HTMLDivElement | null>;
  readonly onCommand: (command: FixCommand) => void;
  /** Of the picture. */
  readonly id: string;
  /** What the next box that is drawn on the picture is for. */
  readonly drawing: 'add' | 'leave-out' | null;
  readonly onToggleDrawing: (purpose: 'add' | 'leave-out') => void;
  readonly isMapShown: boolean;
  readonly onToggleMap: () => void;
  /** Which numeral script it is read in. */
  readonly script: ReactNode;
  /** The field for a note; null as long as there is nowhere to keep one. */
  readonly note: ReactNode;
  /** The selected character, large, where the tools stand at the bottom edge; null elsewhere. */
  readonly crop: ReactNode;
}

/** The number, how sure it is, the tools to correct it, and all about the selected digit. */
export function FixPanel(props: FixPanelProps) {
  const { recognition, batchId, fixing, commands, selection, cursor, group, onCommand, id, drawing, onToggleDrawing } =
    props;
  const { reading, corrections } = fixing;
  const { selected } = commands;
  const { expectation } = corrections;
  const digits = charactersOf(reading);
  const misfits = useMemo(() => findMisfits(reading, expectation), [reading, expectation]);
  const misfitIds = new Set(misfits.flatMap((misfit) => misfit.number.characters.map(({ id }) => id)));
  const number = numberAround(reading, selected?.id ?? null);
  const hasLetters = takesLetters(reading, expectation);
  const batch = useBatchExpectation(batchId);
  const leaveOutInAll = useLeaveOut(id, batchId, recognition);
  const parts = partsAround(reading, selection.selected);
  const sheets = (
    <Sheets
      reading={reading}
      cursor={cursor}
      hoveredId={selection.hovered}
      commands={commands}
      batchId={batchId}
      batchSize={batch?.size ?? 1}
    />
  );
  const summary = <ReadingSummary reading={reading} corrections={corrections} />;
  const details = selected && number && (
    <NumberDetails
      number={number}
      onCommand={onCommand}
      onRewrite={(text) => commands.apply({ kind: 'rewrite', id: selected.id, text })}
    />
  );
  const hasSheets = cursor.tables.length > 0;
  // The sheets count their doubts themselves.
  const isAllInSheets = hasSheets && numbersIn(cursor.tables) === fixedNumbers(reading).length;
  const tools = {
    code: selected?.code ?? null,
    script: selected?.script ?? reading.script,
    hasDigit: selected !== null,
    takesLetters: hasLetters,
    canMerge: selected !== null && rightNeighbor(reading, selected.id) !== null,
    canUndo: corrections.edits.length > 0,
    canRedo: corrections.undone.length > 0,
    isAdding: drawing === 'add',
    isBusy: commands.isBusy,
    onCommand,
    onToggleAdding: () => onToggleDrawing('add'),
    onUndo: commands.undo,
    onRedo: commands.redo,
  };

  return (
    <>
      {fixing.failure && <SaveNotice failure={fixing.failure} />}
      {selected ? (
        <section aria-label={t('result.number')}>
          {sheets}
          {hasSheets && details}
          <DigitByDigit isFolded={hasSheets}>
            <NumberDisplay
              reading={reading}
              selection={selection}
              misfits={misfitIds}
              takesLetters={hasLetters}
              onCommand={onCommand}
              group={group}
            />
            {isAllInSheets && summary}
          </DigitByDigit>
          {!isAllInSheets && summary}
          <TurnNote recognition={recognition} onReadAgain={(asItLies) => fixing.readAgain({ asItLies })} />
          {!hasSheets && details}
          <StruckOutList reading={reading} />
        </section>
      ) : (
        <>
          {sheets}
          <NoDigits />
          <TurnNote recognition={recognition} onReadAgain={(asItLies) => fixing.readAgain({ asItLies })} />
          <StruckOutList reading={reading} />
        </>
      )}
      {props.script}
      <InkMap otherInk={recognition.otherInk} isShown={props.isMapShown} onToggle={props.onToggleMap} />
      <ExpectationPicker
        expectation={expectation}
        misfits={misfits}
        isEmpty={digits.length === 0}
        openChecks={openChecks(reading).length}
        asksConvention={expectation.convention !== undefined || digits.some(({ code }) => code === '.' || code === ',')}
        fit={recognition.fit ?? null}
        chosenToFit={digits.filter((digit) => digit.chosenToFit && digit.status === 'check').length}
        onReadAgain={() => fixing.readAgain()}
        onChange={fixing.expect}
        onEdit={commands.apply}
        batch={batch}
      />
      {props.crop && selected ? <PhoneDock crop={props.crop} actions={tools} /> : <FixToolbar actions={tools} />}
      {props.note}
      {selected && (
        <>
          <DigitDetails
            digit={selected}
            position={digits.indexOf(selected) + 1}
            count={digits.length}
            {...{ number, recognition }}
          />
          {parts.length > 0 && (
            <div className="actions">
              <CopyButtons items={parts} />
            </div>
          )}
          <KeyHints takesLetters={hasLetters} />
        </>
      )}
      <LeaveOut
        fixing={fixing}
        selectedId={selected?.id ?? null}
        isDrawing={drawing === 'leave-out'}
        onDraw={() => onToggleDrawing('leave-out')}
        onApply={commands.apply}
        inAll={leaveOutInAll}
        batchSize={batch?.size ?? 1}
      />
      <Origin recognition={recognition} />
    </>
  );
}

function numbersIn(tables: readonly FixedTable[]): number {
  return tables.flatMap(({ rows }) => rows.flat().flatMap(({ numbers }) => numbers)).length;
}
