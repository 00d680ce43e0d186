import { Check, Pencil } from 'lucide-react';
import type { CSSProperties } from 'react';
import { type FixedCharacter, isDigit, writtenCode } from '../../../corrections/fixed-reading';
import type { Selection } from '../../parts/picture/selection';
import styles from './digit-button.module.css';
import { digitName } from './fix-words';

interface DigitButtonProps {
  readonly digit: FixedCharacter;
  readonly position: number;
  readonly selection: Selection;
  readonly isMisfit: boolean;
}

const BADGES = {
  sure: null,
  check: '?',
  accepted: <Check size={12} strokeWidth={4} aria-hidden />,
  edited: <Pencil size={12} strokeWidth={3} aria-hidden />,
};

/** One character of a number, as a button that selects it. */
export function DigitButton({ digit, position, selection, isMisfit }: DigitButtonProps) {
  const { id, status } = digit;
  const isSelected = selection.selected === id;
  const badge = BADGES[status];
  return (
    <>
      <button
        type="button"
        className={styles.digit}
        style={{ '--digit-order': position - 1 } as CSSProperties}
        data-digit={id}
        data-kind={isDigit(digit) ? 'digit' : 'mark'}
        data-mark={status}
        data-misfit={isMisfit || undefined}
        data-hovered={selection.hovered === id || undefined}
        aria-pressed={isSelected}
        aria-label={digitName(digit, position)}
        tabIndex={isSelected ? 0 : -1}
        onClick={() => selection.select(id)}
        onPointerEnter={(event) => event.pointerType === 'mouse' && selection.hover(id)}
        onPointerLeave={() => selection.hover(null)}
      >
        {writtenCode(digit)}
        {badge && <span className={styles.badge}>{badge}</span>}
      </button>
      {digit.isBeforeGap && <span className={styles.gap} data-gap />}
    </>
  );
}
