import { ImageOff } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Box, Point } from '../../../contract/image';
import type { Recognition } from '../../../contract/recognition';
import { charactersOf, type FixedReading, findCharacter } from '../../../corrections/fixed-reading';
import { boxAt } from '../../../corrections/placement';
import { type MessageId, t } from '../../base/i18n/i18n';
import type { PictureSource } from '../../work/queue/picture-source';
import { BoxOverlay } from './box-overlay';
import { type ColumnEdge, ColumnEdges } from './column-edges';
import { pickBox } from './pick-box';
import styles from './picture-frame.module.css';
import { PrintPicture } from './print-picture';
import type { Selection } from './selection';
import { useDisplayable } from './use-displayable';
import { usePicturePointer } from './use-picture-pointer';
import { usePictureZoom } from './use-zoom';
import type { Placement, Size } from './zoom';
import { ZoomButtons } from './zoom-buttons';

/** Half of a comfortable touch target, in CSS pixels. */
const REACH = 22;
const UNKNOWN_SIZE: Size = { width: 1, height: 1 };

/** What can be seen and done on the picture once it has been read. */
export interface PictureMarks {
  readonly recognition: Recognition;
  readonly reading: FixedReading;
  readonly selection: Selection;
  /** The cell of a table that is looked at; null where there is none. */
  readonly cell: Box | null;
  /** The cell that is pointed at beside the picture. */
  readonly hoveredCell: Box | null;
  /** A click that meant no digit. */
  readonly onPoint: (point: Point) => void;
  /** The edges of columns that can be moved now; empty while none is to be. */
  readonly edges: readonly ColumnEdge[];
  readonly onMoveEdge: (edge: ColumnEdge, by: number) => void;
  /** Whether ink that is part of no number is shown as well. */
  readonly isMapShown: boolean;
  /** A box is being drawn: the words for what it is for; null otherwise. */
  readonly drawWords: MessageId | null;
  readonly onAdd: (box: Box) => void;
  readonly onStopAdding: () => void;
}

interface PictureFrameProps {
  readonly picture: PictureSource;
  readonly name: string;
  /** null while the picture is being read. */
  readonly marks: PictureMarks | null;
}

/** The picture inside its frame, whole or zoomed, with a box around each digit. */
export function PictureFrame({ picture, name, marks }: PictureFrameProps) {
  const { url, isBroken, onError } = useDisplayable(picture);
  const [natural, setNatural] = useState<Size | null>(null);
  const size = marks ? { width: marks.recognition.imageWidth, height: marks.recognition.imageHeight } : natural;
  const zoom = usePictureZoom(size ?? UNKNOWN_SIZE);
  const { placement, frame } = zoom;
  const isAdding = marks != null && marks.drawWords !== null;
  const isReady = size !== null && placement.scale > 0;

  const pick = (point: Point) => {
    const digits = marks ? charactersOf(marks.reading) : [];
    const index = pickBox(
      digits.map((digit) => digit.box),
      point,
      REACH / placement.scale,
    );
    return index === null ? null : (digits[index]?.id ?? null);
  };
  const { drawn, handlers } = usePicturePointer({
    zoom,
    isDrawing: isAdding,
    onClick: (point) => {
      const id = isAdding ? null : pick(point);
      if (marks && isAdding) marks.onAdd(boxAt(marks.reading, point, marks.recognition.imageHeight));
      if (id !== null) marks?.selection.select(id);
      else if (!isAdding) marks?.onPoint(point);
    },
    onHover: (point) => marks?.selection.hover(point && !isAdding ? pick(point) : null),
    onDraw: (box) => marks?.onAdd(box),
  });
  useSelectionInView(marks, zoom.show);
  const figure = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isAdding) figure.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isAdding]);

  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && event.target === event.currentTarget;
    if (isPlain && zoom.pressKey(event.key)) event.preventDefault();
    if (isAdding && event.key === 'Escape') marks?.onStopAdding();
  };

  return (
    <figure
      ref={figure}
      dir="ltr"
      className={styles.frame}
      style={size ? sizeStyle(size) : {}}
      data-adding={isAdding || undefined}
    >
      <div className={styles.sizer} />
      {/* biome-ignore-start lint/a11y/useSemanticElements: a fieldset is for forms */}
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: keys zoom and move the picture */}
      <div
        ref={zoom.measure}
        className={styles.view}
        role="group"
        tabIndex={0}
        aria-label={t(marks?.drawWords ?? 'result.picture.zoom')}
        data-zoomed={zoom.isZoomed || undefined}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        {url && !isBroken && (
          <img
            className={styles.picture}
            style={isReady ? pictureStyle(size, placement) : { visibility: 'hidden' }}
            data-pixelated={placement.scale > 2 || undefined}
            src={url}
            alt={name}
            draggable={false}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setNatural({ width: naturalWidth || 1, height: naturalHeight || 1 })
            }
            onError={onError}
          />
        )}
        {marks && isReady && (
          <BoxOverlay
            {...marks}
            otherInk={marks.isMapShown ? marks.recognition.otherInk : []}
            placement={placement}
            frame={frame}
            drawn={drawn}
          />
        )}
        {marks && isReady && marks.edges.length > 0 && (
          <ColumnEdges edges={marks.edges} placement={placement} frame={frame} onMove={marks.onMoveEdge} />
        )}
      </div>
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
      {isBroken ? <BrokenPicture /> : <ZoomButtons zoom={zoom} />}
      {url && size && marks && !isBroken && <PrintPicture url={url} size={size} reading={marks.reading} />}
    </figure>
  );
}

function BrokenPicture() {
  return (
    <p className={styles.broken}>
      <ImageOff size={40} strokeWidth={1.5} aria-hidden />
      {t('result.picture.broken')}
    </p>
  );
}

/** A digit that is selected while the picture is zoomed comes into view. */
function useSelectionInView(marks: PictureMarks | null, show: (box: Box) => void): void {
  const selected = marks?.selection.selected ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the selection moves the picture
  useEffect(() => {
    const digit = marks && selected !== null ? findCharacter(marks.reading, selected) : null;
    if (digit) show(digit.box);
  }, [selected]);
  const cell = marks?.cell;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another cell moves the picture
  useEffect(() => {
    if (cell) show(cell);
  }, [cell?.x, cell?.y]);
}

function sizeStyle(size: Size): CSSProperties {
  return { '--picture-ratio': size.width / size.height, '--picture-width': size.width } as CSSProperties;
}

function pictureStyle(size: Size, { x, y, scale }: Placement): CSSProperties {
  return { width: size.width * scale, height: size.height * scale, transform: `translate(${x}px, ${y}px)` };
}
