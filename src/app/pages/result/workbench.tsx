import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Box } from '../../../contract/image';
import type { Recognition } from '../../../contract/recognition';
import { nextOpenCheck } from '../../../corrections/fixed-number';
import { useMedia } from '../../base/browser/use-media';
import { useHistoryKeys } from '../../parts/page/history-keys';
import type { ColumnEdge } from '../../parts/picture/column-edges';
import { PictureCrop } from '../../parts/picture/picture-crop';
import { PictureFrame } from '../../parts/picture/picture-frame';
import type { Selection } from '../../parts/picture/selection';
import type { PictureSource } from '../../work/queue/picture-source';
import { numberAround } from './copyables';
import type { FixCommand } from './fix-keys';
import { FixPanel } from './fix-panel';
import { ScriptPicker } from './script-picker';
import { columnEdgesOf } from './sheet/column-edges-of';
import { useCellCursor } from './sheet/use-cell-cursor';
import { useCopy } from './use-copy';
import { useFirstCheckFocus, useFollowingFocus } from './use-digit-focus';
import { useFixCommands } from './use-fix-commands';
import type { Fixing } from './use-fixing';
import { usePlaceReader } from './use-place-reader';
import { useScriptChange } from './use-script-change';
import styles from './workbench.module.css';

/** Held upright in one hand. */
const PHONE = '(max-width: 40rem) and (min-height: 40rem)';

const DRAW_WORDS = { add: 'result.picture.draw', 'leave-out': 'result.picture.leaveOut' } as const;

interface WorkbenchProps {
  /** Of the picture. */
  readonly id: string;
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
  const { id, picture, name, recognition, batchId, isRead, fixing, onLeaf, onAllChecked, note, children } = props;
  const { reading } = fixing;
  const readPlaces = usePlaceReader(picture);
  const scriptMenu = useRef<HTMLSelectElement>(null);
  const scriptChange = useScriptChange(id, recognition, fixing);
  const onChooseScript = () => scriptMenu.current?.focus();
  const commands = useFixCommands({ recognition, fixing, readPlaces, onAllChecked, onChooseScript });
  const [hovered, hover] = useState<number | null>(null);
  /** What the next box that is drawn on the picture is for. */
  const [drawing, setDrawing] = useState<'add' | 'leave-out' | null>(null);
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
    setDrawing(null);
    if (drawing === 'leave-out') commands.apply({ kind: 'leave-out', box });
    else commands.addAt(box);
  };
  const toggle = (purpose: NonNullable<typeof drawing>) => setDrawing(drawing === purpose ? null : purpose);
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
    drawWords: drawing && DRAW_WORDS[drawing],
    onAdd,
    onStopAdding: () => setDrawing(null),
  };

  const isDocked = useMedia(PHONE) && isRead && commands.selected !== null;
  const crop = isDocked && commands.selected && (
    <PictureCrop
      picture={picture}
      size={{ width: recognition.imageWidth, height: recognition.imageHeight }}
      box={commands.selected.box}
    />
  );
  const script = (
    <ScriptPicker
      recognition={recognition}
      reading={reading}
      selectedId={selectedId}
      change={scriptChange}
      onNextScript={() => commands.run({ kind: 'next-script' })}
      menu={scriptMenu}
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
            id={id}
            drawing={drawing}
            onToggleDrawing={toggle}
            isMapShown={isMapShown}
            crop={crop}
            onToggleMap={() => setMapShown(!isMapShown)}
            note={note}
            script={script}
          />
        ) : (
          children
        )}
      </div>
    </div>
  );
}
