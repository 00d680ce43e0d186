import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Point } from '../../../contract/image';
import { t } from '../../base/i18n/i18n';
import styles from './column-edges.module.css';
import type { Placement, Size } from './zoom';

/** The left edge of a column, from the top of its table to the bottom, in pixels of the picture. */
export interface ColumnEdge {
  /** Both count from 0. */
  readonly table: number;
  readonly column: number;
  readonly points: readonly Point[];
}

/** Screen pixels that an arrow key moves an edge. */
const KEY_STEP = 4;

interface ColumnEdgesProps {
  readonly edges: readonly ColumnEdge[];
  readonly placement: Placement;
  /** Of the frame, in screen pixels. */
  readonly frame: Size;
  /** `by` is in pixels of the picture. */
  readonly onMove: (edge: ColumnEdge, by: number) => void;
}

/** The edges between columns, over the picture: each is dragged, or moved with the arrow keys. */
export function ColumnEdges({ edges, placement, frame, onMove }: ColumnEdgesProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its edges have names
    <svg className={styles.edges} viewBox={`0 0 ${frame.width} ${frame.height}`}>
      {edges.map((edge) => (
        <Edge
          key={`${edge.table},${edge.column}`}
          edge={edge}
          placement={placement}
          onMove={(by) => onMove(edge, by / placement.scale)}
        />
      ))}
    </svg>
  );
}

interface EdgeProps {
  readonly edge: ColumnEdge;
  readonly placement: Placement;
  /** `by` is in screen pixels. */
  readonly onMove: (by: number) => void;
}

function Edge({ edge, placement: { x, y, scale }, onMove }: EdgeProps) {
  const start = useRef<number | null>(null);
  const [shift, setShift] = useState(0);
  const line = edge.points.map((point) => `${x + point.x * scale},${y + point.y * scale}`).join(' ');
  const position = Math.round(edge.points[0]?.x ?? 0);

  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture?.(event.pointerId);
    start.current = event.clientX;
  };
  const onPointerMove = (event: PointerEvent) => {
    if (start.current === null) return;
    event.stopPropagation();
    setShift(event.clientX - start.current);
  };
  const onPointerUp = (event: PointerEvent) => {
    event.stopPropagation();
    if (start.current !== null && event.clientX !== start.current) onMove(event.clientX - start.current);
    start.current = null;
    setShift(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -KEY_STEP : event.key === 'ArrowRight' ? KEY_STEP : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(by);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot stand in a drawing
    <g
      role="separator"
      aria-orientation="vertical"
      aria-label={t('result.edge', { column: edge.column + 1 })}
      aria-valuenow={position}
      tabIndex={0}
      className={styles.edge}
      transform={`translate(${shift} 0)`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        start.current = null;
        setShift(0);
      }}
      onKeyDown={onKeyDown}
    >
      <polyline className={styles.reach} points={line} />
      <polyline className={styles.halo} points={line} />
      <polyline className={styles.line} points={line} />
    </g>
  );
}
