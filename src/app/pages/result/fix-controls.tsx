import {
  BetweenVerticalStart,
  Check,
  Ellipsis,
  type LucideIcon,
  Redo2,
  SquareSplitHorizontal,
  TableCellsMerge,
  Trash2,
  Undo2,
} from 'lucide-react';
import { type NumeralScriptId, writtenIn } from '../../../contract/numeral-scripts';
import { type MessageId, t } from '../../base/i18n/i18n';
import { characterName } from './character-words';
import styles from './fix-controls.module.css';
import type { FixCommand } from './fix-keys';

/** What can be done with the selected character, and how it stands. */
export interface FixActions {
  /** What stands there; null for a blank. */
  readonly code: string | null;
  /** In whose digits the keys are. */
  readonly script: NumeralScriptId;
  readonly hasDigit: boolean;
  /** It may be a letter. */
  readonly takesLetters: boolean;
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

interface FixTool {
  readonly name: MessageId;
  readonly keys: string;
  readonly Icon: LucideIcon;
  readonly isOff: (actions: FixActions) => boolean;
  readonly isPressed?: (actions: FixActions) => boolean;
  readonly use: (actions: FixActions) => void;
}

const isWithoutDigit = ({ hasDigit, isBusy }: FixActions) => !hasDigit || isBusy;

/** One row a tool. */
const FIX_TOOLS = {
  accept: {
    name: 'fix.accept',
    keys: 'Enter',
    Icon: Check,
    isOff: isWithoutDigit,
    use: ({ onCommand }) => onCommand({ kind: 'accept' }),
  },
  undo: {
    name: 'fix.undo',
    keys: 'Control+Z',
    Icon: Undo2,
    isOff: ({ canUndo }) => !canUndo,
    use: ({ onUndo }) => onUndo(),
  },
  redo: {
    name: 'fix.redo',
    keys: 'Control+Shift+Z',
    Icon: Redo2,
    isOff: ({ canRedo }) => !canRedo,
    use: ({ onRedo }) => onRedo(),
  },
  remove: {
    name: 'fix.remove',
    keys: 'Delete',
    Icon: Trash2,
    isOff: isWithoutDigit,
    use: ({ onCommand }) => onCommand({ kind: 'remove' }),
  },
  add: {
    name: 'fix.add',
    keys: 'Insert',
    Icon: BetweenVerticalStart,
    isOff: () => false,
    isPressed: ({ isAdding }) => isAdding,
    use: ({ onToggleAdding }) => onToggleAdding(),
  },
  split: {
    name: 'fix.split',
    keys: 'S',
    Icon: SquareSplitHorizontal,
    isOff: isWithoutDigit,
    use: ({ onCommand }) => onCommand({ kind: 'split' }),
  },
  merge: {
    name: 'fix.merge',
    keys: 'M',
    Icon: TableCellsMerge,
    isOff: (actions) => isWithoutDigit(actions) || !actions.canMerge,
    use: ({ onCommand }) => onCommand({ kind: 'merge' }),
  },
} as const satisfies Record<string, FixTool>;

export type FixToolId = keyof typeof FIX_TOOLS;

/** Never really disabled, or the focus would be lost with the last thing to undo. */
export function ToolButton({ tool, actions }: { readonly tool: FixToolId; readonly actions: FixActions }) {
  const row: FixTool = FIX_TOOLS[tool];
  const { keys, Icon } = row;
  const isOff = row.isOff(actions);
  const name = t(row.name);
  return (
    <button
      type="button"
      className={styles.tool}
      data-tool
      title={t('fix.tool', { name, keys: keys.replaceAll('Control', 'Ctrl') })}
      aria-keyshortcuts={keys}
      aria-disabled={isOff || undefined}
      aria-pressed={row.isPressed?.(actions)}
      onClick={() => !isOff && row.use(actions)}
    >
      <Icon size={20} aria-hidden />
      {name}
    </button>
  );
}

/** A key of a pad: the selected character becomes its digit or mark. */
export function CharacterKey({ character, actions }: { readonly character: string; readonly actions: FixActions }) {
  const isOff = isWithoutDigit(actions);
  const { script } = actions;
  return (
    <button
      type="button"
      className={styles.key}
      aria-label={t('fix.itIs', { digit: characterName(character, script) })}
      aria-pressed={character === actions.code}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && actions.onCommand({ kind: 'replace', code: character })}
    >
      {writtenIn(character, script)}
    </button>
  );
}

/** Shows the marks that numbers seldom need, or puts them away. */
export function MoreButton({ isOpen, onToggle }: { readonly isOpen: boolean; readonly onToggle: () => void }) {
  return (
    <button type="button" className={styles.more} aria-expanded={isOpen} onClick={onToggle}>
      <Ellipsis size={20} aria-hidden />
      {t(isOpen ? 'fix.fewerMarks' : 'fix.moreMarks')}
    </button>
  );
}
