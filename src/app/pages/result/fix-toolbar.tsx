import {
  BetweenVerticalStart,
  Check,
  Redo2,
  SquareSplitHorizontal,
  TableCellsMerge,
  Trash2,
  Undo2,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { t } from '../../base/i18n/i18n';
import type { FixCommand } from './fix-keys';
import styles from './fix-toolbar.module.css';
import { MarkPad } from './mark-pad';

const DIGITS = [...'1234567890'];

export interface FixToolbarProps {
  /** What stands there; null for a blank. */
  readonly code: string | null;
  readonly hasDigit: boolean;
  readonly canMerge: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The next click or stroke on the picture adds a digit. */
  readonly isAdding: boolean;
  readonly isBusy: boolean;
  readonly onCommand: (command: FixCommand) => void;
  readonly onToggleAdding: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** All corrections by touch or mouse: the digits as a pad, and the rest as tools. */
export function FixToolbar(props: FixToolbarProps) {
  const { code, hasDigit, canMerge, canUndo, canRedo, isAdding, isBusy, onCommand } = props;
  const isOff = !hasDigit || isBusy;
  return (
    <section className={styles.fixer} aria-label={t('fix.title')} aria-busy={isBusy}>
      {hasDigit && (
        <div className={styles.pad}>
          {DIGITS.map((digit) => (
            <button
              key={digit}
              type="button"
              className={styles.key}
              aria-label={t('fix.itIs', { digit })}
              aria-pressed={digit === code}
              aria-disabled={isOff || undefined}
              onClick={() => !isOff && onCommand({ kind: 'replace', code: digit })}
            >
              {digit}
            </button>
          ))}
        </div>
      )}
      {hasDigit && <MarkPad code={code} isOff={isOff} onCommand={onCommand} />}
      <div className={styles.tools}>
        <Tool
          name={t('fix.accept')}
          keys="Enter"
          Icon={Check}
          isOff={isOff}
          onUse={() => onCommand({ kind: 'accept' })}
        />
        <Tool name={t('fix.undo')} keys="Control+Z" Icon={Undo2} isOff={!canUndo} onUse={props.onUndo} />
        <Tool name={t('fix.redo')} keys="Control+Shift+Z" Icon={Redo2} isOff={!canRedo} onUse={props.onRedo} />
        <Tool
          name={t('fix.remove')}
          keys="Delete"
          Icon={Trash2}
          isOff={isOff}
          onUse={() => onCommand({ kind: 'remove' })}
        />
        <Tool
          name={t('fix.add')}
          keys="Insert"
          Icon={BetweenVerticalStart}
          isPressed={isAdding}
          onUse={props.onToggleAdding}
        />
        <Tool
          name={t('fix.split')}
          keys="S"
          Icon={SquareSplitHorizontal}
          isOff={isOff}
          onUse={() => onCommand({ kind: 'split' })}
        />
        <Tool
          name={t('fix.merge')}
          keys="M"
          Icon={TableCellsMerge}
          isOff={isOff || !canMerge}
          onUse={() => onCommand({ kind: 'merge' })}
        />
      </div>
      {isAdding && (
        <p className={styles.hint} role="status">
          {t('fix.drawHint')}
        </p>
      )}
    </section>
  );
}

interface ToolProps {
  readonly name: string;
  readonly keys: string;
  readonly Icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;
  readonly isOff?: boolean;
  readonly isPressed?: boolean;
  readonly onUse: () => void;
}

/** Never really disabled, or the focus would be lost with the last thing to undo. */
export function Tool({ name, keys, Icon, isOff = false, isPressed, onUse }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      data-tool
      title={t('fix.tool', { name, keys: keys.replaceAll('Control', 'Ctrl') })}
      aria-keyshortcuts={keys}
      aria-disabled={isOff || undefined}
      aria-pressed={isPressed}
      onClick={() => !isOff && onUse()}
    >
      <Icon size={20} aria-hidden />
      {name}
    </button>
  );
}
