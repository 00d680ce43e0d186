import type { Point } from '../../../contract/image';

/** What a pen, a finger or the mouse drew without being lifted, in CSS pixels from the pad's top-left corner. */
export interface Stroke {
  readonly points: readonly Point[];
  /** CSS pixels. */
  readonly width: number;
}

/** What is drawn, what it was before each change, and what was undone, to be done again. */
export interface Drawing {
  readonly strokes: readonly Stroke[];
  readonly past: readonly (readonly Stroke[])[];
  /** The next one first. */
  readonly future: readonly (readonly Stroke[])[];
}

export const EMPTY_DRAWING: Drawing = { strokes: [], past: [], future: [] };

/** CSS pixels, thin to thick. */
export const STROKE_WIDTHS = { thin: 4, medium: 9, thick: 18 } as const;
export type StrokeWidth = keyof typeof STROKE_WIDTHS;

export function withStroke(drawing: Drawing, stroke: Stroke): Drawing {
  return changed(drawing, [...drawing.strokes, stroke]);
}

/** Clearing is a change like any other: it can be undone. */
export function cleared(drawing: Drawing): Drawing {
  return drawing.strokes.length === 0 ? drawing : changed(drawing, []);
}

export function undone(drawing: Drawing): Drawing {
  const strokes = drawing.past.at(-1);
  return strokes ? { strokes, past: drawing.past.slice(0, -1), future: [drawing.strokes, ...drawing.future] } : drawing;
}

export function redone(drawing: Drawing): Drawing {
  const [strokes, ...future] = drawing.future;
  return strokes ? { strokes, past: [...drawing.past, drawing.strokes], future } : drawing;
}

function changed({ strokes, past }: Drawing, next: readonly Stroke[]): Drawing {
  return { strokes: next, past: [...past, strokes], future: [] };
}
