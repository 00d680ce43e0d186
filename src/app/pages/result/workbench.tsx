import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Box } from '../../../contract/image';
import type { Recognition } from '../../../contract/recognition';
import { nextOpenCheck } from '../../../corrections/fixed-number';
import { useMedia } from '../../base/browser/use-media';
import type { ColumnEdge } from '../../parts/picture/column-edges';
import { PictureCrop } from '../../parts/picture/picture-crop';
import { PictureFrame } from '../../parts/picture/picture-frame';
import type { Selection } from '../../parts/picture/selection';
import type { PictureSource } from '../../work/queue/picture-source';
import { numberAround } from './copyables';
import { type FixCommand, historyStepOf } from './fix-keys';
import { FixPanel } from './fix-panel';
import { columnEdgesOf } from './sheet/column-edges-of';
import { useCellCursor } from './sheet/use-cell-cursor';
import { useCopy } from './use-copy';
import { useFixCommands } from './use-fix-commands';
import type { Fixing } from './use-fixing';
import { usePlaceReader } from './use-place-reader';
import styles from './workbench.module.css';

/** Held upright in one hand. */
const PHONE = '(max-width: 40rem) and (min-height: 40rem)';

interface WorkbenchProps {
  readonly picture: PictureSource;
  readonly name: string;
  readonly recognition: Recognition;
  readonly batchId: string | null;
  /** Before that, the recognition is empty. */
  readonly isRead: boolean;
  readonly fixing: Fixing;
  readonly onLeaf: (direction: 'previous' | 'next') => void;
  /** The last open check was closed. */
  readonly onAllChecked: () => void;
  /** The field for a note; null as long as there is nowhere to keep one. */
  readonly note: ReactNode;
  /** Stands beside the picture until it is read. */
  readonly children: ReactNode;
}

/** The picture beside its reading; the two light up together, and the reading can be corrected. */
export function Workbench(props: WorkbenchProps) {
  const { picture, name, recognition, batchId, isRead, fixing, onLeaf, onAllChecked, note, children } = props;
  const { reading } = fixing;
  const readPlaces = usePlaceReader(picture);
  const commands = useFixCommands({ recognition, fixing, readPlaces, onAllChecked });
  const [hovered, hover] = useState<number | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [isMapShown, setMapShown] = useState(false);
  const { copy } = useCopy();
  const cursor = useCellCursor(reading, commands.selected?.id ?? null, commands.select);
  const panel = useRef<HTMLDivElement>(null);
  const selectedId = commands.selected?.id ?? null;
  const group = useFollowingFocus(selectedId);
  useFirstCheckFocus(isRead, nextOpenCheck(reading, null)?.id ?? null, group);
  useHistoryKeys(commands.undo, commands.redo);
  // What the keyboard chose shows, wherever the mouse was left lying.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another digit is chosen
  useEffect(() => hover(null), [selectedId]);
  const selection: Selection = { selected: selectedId, hovered, select: commands.select, hover };

  const onCommand = (command: FixCommand) => {
    switch (command.kind) {
      case 'leave':
        return panel.current?.querySelector<HTMLElement>('[data-tool]')?.focus();
      case 'previous-picture':
        return onLeaf('previous');
      case 'next-picture':
        return onLeaf('next');
      case 'copy':
        return void copy('number', { text: numberAround(reading, selectedId) });
      default:
        return commands.run(command);
    }
  };
  const onAdd = (box: Box) => {
    setAdding(false);
    commands.addAt(box);
  };
  const marks = {
    recognition,
    reading,
    selection,
    cell: cursor.box,
    hoveredCell: cursor.hoveredBox,
    onPoint: cursor.pickAt,
    edges: cursor.isMovingEdges ? columnEdgesOf(cursor.tables) : [],
    onMoveEdge: ({ table, column }: ColumnEdge, by: number) => commands.apply({ kind: 'move-edge', table, column, by }),
    isMapShown,
    isAdding,
    onAdd,
    onStopAdding: () => setAdding(false),
  };

  const isDocked = useMedia(PHONE) && isRead && commands.selected !== null;
  const crop = isDocked && commands.selected && (
    <PictureCrop
      picture={picture}
      size={{ width: recognition.imageWidth, height: recognition.imageHeight }}
      box={commands.selected.box}
    />
  );
  return (
    <div
      className={styles.columns}
      data-docked={isDocked || undefined}
      data-sheet={cursor.tables.length > 0 || undefined}
    >
      <PictureFrame picture={picture} name={name} marks={isRead ? marks : null} />
      <div className={styles.panel} ref={panel} data-saving={fixing.isSaving || undefined}>
        {isRead ? (
          <FixPanel
            recognition={recognition}
            batchId={batchId}
            fixing={fixing}
            commands={commands}
            selection={selection}
            cursor={cursor}
            group={group}
            onCommand={onCommand}
            isAdding={isAdding}
            onToggleAdding={() => setAdding(!isAdding)}
            isMapShown={isMapShown}
            crop={crop}
            onToggleMap={() => setMapShown(!isMapShown)}
            note={note}
          />
        ) : (
          children
        )}
      </div>
    </div>
  );
}

/** While the focus is in the number, it follows the selection, also where its digit was replaced by another. */
function useFollowingFocus(selected: number | null) {
  const group = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  useEffect(() => {
    const remember = () => {
      const { activeElement } = document;
      // A removed button leaves the focus on the body, which says nothing.
      if (activeElement !== document.body) hadFocus.current = group.current?.contains(activeElement) ?? false;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);

  useLayoutEffect(() => {
    if (selected !== null && hadFocus.current) focusDigit(group.current, selected);
  }, [selected]);

  return group;
}

/** Where nobody has gone anywhere else yet, the first digit to check has the focus: correcting can begin. */
function useFirstCheckFocus(isRead: boolean, id: number | null, group: { readonly current: HTMLElement | null }): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the reading is there
  useEffect(() => {
    if (!isRead) {
      return;
    }
    const { activeElement } = document;
    const isNowhere = !activeElement || activeElement.matches('body, main, h1');
    if (isNowhere && id !== null) {
      focusDigit(group.current, id);
    } else if (activeElement === document.body) {
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    }
  }, [isRead]);
}

/** Where a sheet shows the digits, its active cell has the focus instead. */
function focusDigit(group: HTMLElement | null, id: number): void {
  const isFolded = group?.closest('details:not([open])') ?? null;
  const digit = group?.querySelector<HTMLElement>(`[data-digit="${id}"]`);
  const cell = document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]');
  (isFolded ? cell : digit)?.focus({ preventScroll: true });
}

/** Undo and redo work wherever the focus is, except where text is typed. */
function useHistoryKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
          ? null
          : historyStepOf(event);
      if (step) {
        event.preventDefault();
        (step === 'undo' ? undo : redo)();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}
