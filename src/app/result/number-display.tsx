import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import type { ReadingLine, Recognition } from '../../contract/recognition';
import { formatProbability } from '../words/format-probability';
import { moveSelection } from './move-selection';
import { jointConfidence } from './reading-confidence';
import type { Selection } from './selection';
import { secondGuess } from './spoken-reading';

interface NumberDisplayProps {
  readonly recognition: Recognition;
  readonly selection: Selection;
}

/** How large the digits can be: a short number fills the panel, a grid must fit into it. */
function sizeOf(lines: readonly ReadingLine[]): 'large' | 'medium' | 'small' {
  const longest = Math.max(...lines.map((line) => line.text.length));
  if (longest <= 7 && lines.length <= 2) {
    return 'large';
  }
  return longest <= 9 && lines.length <= 6 ? 'medium' : 'small';
}

/** The number, line by line; each digit is a button that selects it. Arrow keys move between digits. */
export function NumberDisplay({ recognition, selection }: NumberDisplayProps) {
  const { lines } = recognition;
  const buttons = useRef(new Map<number, HTMLButtonElement>());

  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveSelection(lines, selection.selected, event.key);
    if (next !== null) {
      event.preventDefault();
      selection.select(next);
      buttons.current.get(next)?.focus();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the digits inside are the controls; keys bubble up from them
    <div className="number" data-size={sizeOf(lines)} onKeyDown={onKeyDown}>
      {lines.map((line) => (
        <div className="number__line" key={line.digitIndexes[0] ?? line.text}>
          <div className="number__digits">
            {tokensOf(line).map((token) =>
              token.index === null ? (
                <span key={token.key} className="number__gap" />
              ) : (
                <DigitButton
                  key={token.key}
                  index={token.index}
                  text={token.text}
                  recognition={recognition}
                  selection={selection}
                  register={buttons.current}
                />
              ),
            )}
          </div>
          {lines.length > 1 && (
            <span className="number__confidence">
              <span className="visually-hidden">Line right: </span>
              {formatProbability(jointConfidence(recognition, line.digitIndexes))}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

interface Token {
  readonly key: string;
  readonly text: string;
  /** null for a gap between two numbers. */
  readonly index: number | null;
}

function tokensOf(line: ReadingLine): readonly Token[] {
  let digit = 0;
  return [...line.text].map((text, at) => {
    const index = text === ' ' ? null : (line.digitIndexes[digit++] ?? null);
    return { key: `${at}`, text, index };
  });
}

interface DigitButtonProps extends NumberDisplayProps {
  readonly index: number;
  readonly text: string;
  readonly register: Map<number, HTMLButtonElement>;
}

function DigitButton({ index, text, recognition, selection, register }: DigitButtonProps) {
  const digit = recognition.digits[index];
  const isSelected = selection.selected === index;
  const isDoubtful = digit?.prediction.verdict === 'check';
  const guess = digit && isDoubtful ? secondGuess(digit) : null;
  const doubt = isDoubtful ? `, uncertain${guess === null ? '' : `, maybe ${guess}`}` : '';
  return (
    <button
      ref={(element) => {
        if (element) {
          register.set(index, element);
        }
        return () => {
          register.delete(index);
        };
      }}
      type="button"
      className="digit"
      style={{ '--digit-order': index } as CSSProperties}
      data-verdict={digit?.prediction.verdict}
      data-hovered={selection.hovered === index || undefined}
      aria-pressed={isSelected}
      aria-label={`Digit ${index + 1}: ${text}${doubt}`}
      tabIndex={isSelected ? 0 : -1}
      onClick={() => selection.select(index)}
      onPointerEnter={(event) => event.pointerType === 'mouse' && selection.hover(index)}
      onPointerLeave={() => selection.hover(null)}
    >
      {text}
      {isDoubtful && <span className="digit__doubt">?</span>}
    </button>
  );
}
