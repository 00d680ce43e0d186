import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Box, PixelImage, Point } from '../../../contract/image';
import type { FormField } from '../../../forms/form-template';
import { t } from '../../base/i18n/i18n';
import styles from './fields-over-page.module.css';
import { newField } from './form-plan';
import { showPixels } from './form-row';

interface FieldsOverPageProps {
  readonly page: PixelImage;
  readonly fields: readonly FormField[];
  readonly onChange: (fields: readonly FormField[]) => void;
}

/** Share of the page by which an arrow key moves or sizes a field; with Alt, a fine step. */
const STEP = { usual: 0.01, fine: 0.002 } as const;
/** A smaller box is a slip of the pointer. */
const LEAST = 0.01;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The page, and the fields on it: drawn with the pointer; moved, sized and removed with keys. */
export function FieldsOverPage({ page, fields, onChange }: FieldsOverPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const start = useRef<Point | null>(null);
  const [draft, setDraft] = useState<Box | null>(null);
  useEffect(() => {
    if (canvas.current) showPixels(canvas.current, page);
  }, [page]);

  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) };
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.target instanceof HTMLButtonElement || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = pointOf(event);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (start.current) setDraft(boxBetween(start.current, pointOf(event)));
  };
  const onPointerUp = () => {
    if (draft && draft.width > LEAST && draft.height > LEAST) onChange([...fields, newField(fields, draft)]);
    start.current = null;
    setDraft(null);
  };
  const onKeyDown = (field: FormField) => (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onChange(fields.filter(({ id }) => id !== field.id));
      return;
    }
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const step = event.altKey ? STEP.fine : STEP.usual;
    const box = moved(field.box, { x: arrow.x * step, y: arrow.y * step }, event.shiftKey);
    onChange(fields.map((other) => (other.id === field.id ? { ...other, box } : other)));
  };

  return (
    <div
      className={styles.stage}
      dir="ltr"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        start.current = null;
        setDraft(null);
      }}
    >
      <canvas ref={canvas} className={styles.page} aria-hidden />
      {fields.map((field) => (
        <button
          key={field.id}
          type="button"
          className={styles.field}
          style={placeOf(field.box)}
          aria-label={t('form.place', { name: field.name })}
          onKeyDown={onKeyDown(field)}
        >
          <span>{field.name}</span>
        </button>
      ))}
      {draft && <div className={styles.draft} style={placeOf(draft)} />}
    </div>
  );
}

function placeOf({ x, y, width, height }: Box) {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` };
}

function boxBetween(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

function moved(box: Box, by: Point, isSized: boolean): Box {
  if (!isSized) {
    const [x, y] = [clamped(box.x + by.x, 0, 1 - box.width), clamped(box.y + by.y, 0, 1 - box.height)];
    return { ...box, x, y };
  }
  const width = clamped(box.width + by.x, LEAST, 1 - box.x);
  return { ...box, width, height: clamped(box.height + by.y, LEAST, 1 - box.y) };
}

function clamped(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function within(share: number): number {
  return clamped(share, 0, 1);
}
