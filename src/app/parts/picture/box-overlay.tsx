import { Check, Pencil } from 'lucide-react';
import type { Box } from '../../../contract/image';
import type { OtherInk } from '../../../contract/recognition';
import { charactersOf, type FixedCharacter, type FixedReading } from '../../../corrections/fixed-reading';
import styles from './box-overlay.module.css';
import { InkSign } from './ink-sign';
import type { Selection } from './selection';
import type { Placement, Size } from './zoom';

/** Boxes narrower than this on the screen carry a number only while they are looked at. */
const MIN_NUMBERED_WIDTH = 20;
/** Screen pixels; narrower frames are those of phones. */
const SMALL_FRAME = 480;
const BADGE_HEIGHT = 20;
const ICON = 12;

interface BoxOverlayProps {
  readonly reading: FixedReading;
  readonly placement: Placement;
  /** Of the frame, in screen pixels. */
  readonly frame: Size;
  readonly selection: Selection;
  /** The cell of a table that is looked at; null where there is none. */
  readonly cell: Box | null;
  /** The cell that is pointed at beside the picture. */
  readonly hoveredCell: Box | null;
  /** What is being drawn right now, in pixels of the picture. */
  readonly drawn: Box | null;
  /** Ink that is part of no number; empty while it is not shown. */
  readonly otherInk: readonly OtherInk[];
}

/** Boxes over the picture, drawn in screen pixels so that lines and numbers keep their size. */
export function BoxOverlay({
  reading,
  placement,
  frame,
  selection,
  cell,
  hoveredCell,
  drawn,
  otherInk,
}: BoxOverlayProps) {
  const active = selection.hovered ?? selection.selected;
  const numbered = charactersOf(reading).map((digit, index) => ({ digit, position: index + 1 }));
  // The one that is looked at is drawn last, above its neighbors.
  numbered.sort((a, b) => Number(a.digit.id === active) - Number(b.digit.id === active));
  return (
    <svg className={styles.boxes} data-boxes viewBox={`0 0 ${frame.width} ${frame.height}`} aria-hidden>
      {otherInk.map(({ kind, box: { x, y, width, height } }) => (
        <InkSign
          key={[kind, x, y, width, height].join()}
          kind={kind}
          box={onScreen({ x, y, width, height }, placement)}
        />
      ))}
      {hoveredCell && hoveredCell !== cell && <Outline status="cell" box={onScreen(hoveredCell, placement)} />}
      {cell && <Outline status="cell" box={onScreen(cell, placement)} />}
      {reading.leftOut.map((box) => (
        <InkSign key={Object.values(box).join()} kind="left-out" box={onScreen(box, placement)} />
      ))}
      {[...reading.removed, ...reading.labels.flat()].map(({ id, box }) => (
        <Outline key={id} status="removed" box={onScreen(box, placement)} />
      ))}
      {numbered.map(({ digit, position }) => (
        <DigitBox
          key={digit.id}
          digit={digit}
          position={position}
          box={onScreen(digit.box, placement)}
          isActive={digit.id === active}
          isInTable={reading.tables.length > 0}
          isSmall={frame.width < SMALL_FRAME}
        />
      ))}
      {drawn && <Outline status="drawn" box={onScreen(drawn, placement)} />}
    </svg>
  );
}

function onScreen({ x, y, width, height }: Box, placement: Placement): Box {
  const { scale } = placement;
  return { x: placement.x + x * scale, y: placement.y + y * scale, width: width * scale, height: height * scale };
}

function Outline({ status, box }: { readonly status: 'removed' | 'drawn' | 'cell'; readonly box: Box }) {
  const shape = { ...box, rx: Math.min(4, box.width / 4) };
  return (
    <g className={styles.box} data-mark={status}>
      <rect className={styles.halo} {...shape} />
      <rect className={styles.line} data-outline {...shape} />
    </g>
  );
}

/** Four corners, two pixels outside the box. */
function cornersOf(box: Box): string {
  const [left, top] = [box.x - 2, box.y - 2];
  const [right, bottom] = [box.x + box.width + 2, box.y + box.height + 2];
  const [across, down] = [(right - left) * 0.25, Math.min((bottom - top) * 0.25, (right - left) * 0.25)];
  return [
    `M${left} ${top + down}V${top}h${across}`,
    `M${right - across} ${top}H${right}v${down}`,
    `M${right} ${bottom - down}V${bottom}h${-across}`,
    `M${left + across} ${bottom}H${left}v${-down}`,
  ].join('');
}

interface DigitBoxProps {
  readonly digit: FixedCharacter;
  /** 1 for the first digit. */
  readonly position: number;
  readonly box: Box;
  readonly isActive: boolean;
  /** Where rows and columns say which it is, a number beside it says little. */
  readonly isInTable: boolean;
  /** On a small frame only the corners are drawn, a little outside, so that the writing stays free. */
  readonly isSmall: boolean;
}

const SIGNS = { sure: null, check: '?', accepted: Check, edited: Pencil } as const;

function DigitBox({ digit, position, box, isActive, isInTable, isSmall }: DigitBoxProps) {
  const { x, y, width, height } = box;
  const shape = { x, y, width, height, rx: Math.min(4, width / 4) };
  const sign = SIGNS[digit.status];
  const words = `${position}${sign === '?' ? sign : ''}`;
  const Icon = sign === '?' ? null : sign;
  const textWidth = 8 + words.length * 8;
  const badgeWidth = textWidth + (Icon ? ICON + 2 : 0);
  // Above the box where there is room or the box is too small to lose any, else inside its top edge.
  const isAbove = y >= BADGE_HEIGHT || height < 2 * BADGE_HEIGHT;
  const badgeY = isAbove ? y - BADGE_HEIGHT + 2 : y;
  const isNumbered = isActive || (width >= MIN_NUMBERED_WIDTH && !isSmall && !isInTable);
  return (
    <g className={styles.box} data-mark={digit.status} data-active={isActive || undefined}>
      {isSmall ? (
        <>
          <path className={styles.halo} d={cornersOf(box)} />
          <path className={styles.corners} d={cornersOf(box)} />
          <rect className={styles.place} data-outline {...shape} />
        </>
      ) : (
        <>
          <rect className={styles.halo} {...shape} />
          <rect className={styles.line} data-outline {...shape} />
        </>
      )}
      {isNumbered && (
        <>
          <rect className={styles.badge} x={x - 1} y={badgeY} width={badgeWidth} height={BADGE_HEIGHT - 2} rx={4} />
          <text className={styles.number} x={x - 1 + textWidth / 2} y={badgeY + 14}>
            {words}
          </text>
          {Icon && (
            <Icon
              className={styles.sign}
              x={x + textWidth - 5}
              y={badgeY + 3}
              size={ICON}
              strokeWidth={3}
              aria-hidden
            />
          )}
        </>
      )}
    </g>
  );
}
