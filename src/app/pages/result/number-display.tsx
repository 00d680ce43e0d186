import type { KeyboardEvent, RefObject } from 'react';
import { openChecks } from '../../../corrections/fixed-number';
import { charactersOf, type FixedCharacter, type FixedReading, numbersOf } from '../../../corrections/fixed-reading';
import { leastCertain } from '../../../corrections/summarize-fixed';
import { formatProbability } from '../../base/i18n/format-probability';
import { t } from '../../base/i18n/i18n';
import type { Selection } from '../../parts/picture/selection';
import { DigitButton } from './digit-button';
import { commandOf, type FixCommand } from './fix-keys';
import { moveSelection } from './move-selection';
import styles from './number-display.module.css';
import { NumberGroup } from './number-group';

interface NumberDisplayProps {
  readonly reading: FixedReading;
  readonly selection: Selection;
  /** Ids of the digits in numbers that are not what is expected. */
  readonly misfits: ReadonlySet<number>;
  /** Letters that are typed replace a character. */
  readonly takesLetters: boolean;
  readonly onCommand: (command: FixCommand) => void;
  readonly group: RefObject<HTMLDivElement | null>;
}

/** How large the digits can be: a short number fills the panel, a grid must fit into it. */
function sizeOf({ lines }: FixedReading): 'large' | 'medium' | 'small' {
  const longest = Math.max(...lines.map((line) => line.length + line.filter((digit) => digit.isBeforeGap).length));
  if (longest <= 7 && lines.length <= 2) {
    return 'large';
  }
  return longest <= 9 && lines.length <= 6 ? 'medium' : 'small';
}

/**
 * The number, line by line; each digit is a button that selects it. While one has the focus, keys correct it and arrows
 * move on; Tab and Escape leave.
 */
export function NumberDisplay({ reading, selection, misfits, takesLetters, onCommand, group }: NumberDisplayProps) {
  const { lines } = reading;
  const positions = new Map(charactersOf(reading).map((digit, index) => [digit.id, index + 1]));

  const moveTo = (id: number) => {
    selection.select(id);
    group.current?.querySelector<HTMLElement>(`[data-digit="${id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event, takesLetters);
    const next = command ? null : moveSelection(idsOf(reading), selection.selected, event.key);
    if (next !== null) {
      event.preventDefault();
      moveTo(next);
    } else if (command && !(command.kind === 'copy' && hasSelectedText())) {
      event.preventDefault();
      // A key that is held down must not accept what nobody has looked at.
      if (!event.repeat || command.kind === 'remove') {
        onCommand(command);
      }
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={group}
      className={styles.number}
      data-size={sizeOf(reading)}
      role="group"
      aria-label={t('result.digits')}
      onKeyDown={onKeyDown}
    >
      {lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line keeps its place while its digits come and go
        <div className={styles.line} data-line key={row}>
          <div className={styles.digits} dir="ltr">
            {numbersOf(line).map((number, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a number keeps its place while its digits come and go
              <NumberGroup key={index}>
                {number.map((digit) => (
                  <DigitButton
                    key={digit.id}
                    digit={digit}
                    position={positions.get(digit.id) ?? 0}
                    selection={selection}
                    isMisfit={misfits.has(digit.id)}
                  />
                ))}
              </NumberGroup>
            ))}
          </div>
          {lines.length > 1 && (
            <LineNote line={line} open={openChecks(reading).filter((one) => line.includes(one)).length} />
          )}
        </div>
      ))}
    </div>
  );
}

function idsOf(reading: FixedReading): readonly (readonly number[])[] {
  return reading.lines.map((line) => line.map((digit) => digit.id));
}

function hasSelectedText(): boolean {
  return window.getSelection()?.isCollapsed === false;
}

function LineNote({ line, open }: { readonly line: readonly FixedCharacter[]; readonly open: number }) {
  const least = leastCertain(line);
  if (open > 0) {
    return (
      <span className={styles.note} data-verdict="check">
        {t('result.line.check', { count: open })}
      </span>
    );
  }
  return (
    <span className={styles.note}>
      {least ? t('result.line.lowest', { probability: formatProbability(least.confidence) }) : t('result.line.checked')}
    </span>
  );
}
