import type { KeyboardEvent, PointerEvent } from 'react';
import type { Point } from '../../../contract/image';
import type { Corners } from '../../../imaging/warp-pixels';
import { t } from '../../base/i18n/i18n';
import styles from './corner-handles.module.css';

interface CornerHandlesProps {
  readonly corners: Corners;
  /** Of the picture, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** @param isFirst whether it begins a movement: one movement is one change to undo */
  readonly onMove: (index: number, to: Point, isFirst: boolean) => void;
}

const WORDS = ['crop.corner.first', 'crop.corner.second', 'crop.corner.third', 'crop.corner.fourth'] as const;

/** Share of the picture by which an arrow key moves a corner. */
const STEP = 0.01;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The part over the picture: what is outside is veiled, and its corners can be moved with pointer and arrow keys. */
export function CornerHandles({ corners, size, onMove }: CornerHandlesProps) {
  const { width, height } = size;
  const outline = corners.map(({ x, y }) => `${x},${y}`).join(' ');
  const onPointerMove = (index: number, isFirst: boolean) => (event: PointerEvent<HTMLButtonElement>) => {
    if (isFirst) event.currentTarget.setPointerCapture(event.pointerId);
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const frame = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!frame) return;
    const at = { x: (event.clientX - frame.left) / frame.width, y: (event.clientY - frame.top) / frame.height };
    onMove(index, { x: within(at.x) * width, y: within(at.y) * height }, isFirst);
  };
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    const far = STEP * Math.max(width, height) * (event.shiftKey ? 5 : 1);
    const { x, y } = corners[index]!;
    onMove(index, { x: x + step.x * far, y: y + step.y * far }, !event.repeat);
  };
  return (
    <>
      <svg className={styles.veil} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
        <path fillRule="evenodd" d={`M0,0H${width}V${height}H0ZM${outline}Z`} />
        <polygon className={styles.halo} points={outline} />
        <polygon className={styles.line} points={outline} />
        <polyline className={styles.top} points={outline.split(' ').slice(0, 2).join(' ')} />
      </svg>
      {corners.map(({ x, y }, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is known by its place.
          key={index}
          type="button"
          className={styles.handle}
          style={{ left: `${(x / width) * 100}%`, top: `${(y / height) * 100}%` }}
          aria-label={t(WORDS[index]!)}
          onPointerDown={onPointerMove(index, true)}
          onPointerMove={onPointerMove(index, false)}
          onKeyDown={onKeyDown(index)}
        />
      ))}
    </>
  );
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
