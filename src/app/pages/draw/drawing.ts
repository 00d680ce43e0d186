/** A stroke's points, in pixels of the pad. */
export type Stroke = readonly (readonly [x: number, y: number])[];

/** What is drawn, and what it was before each change, to be undone. */
export interface Drawing {
  readonly strokes: readonly Stroke[];
  readonly past: readonly (readonly Stroke[])[];
}

export const EMPTY_DRAWING: Drawing = { strokes: [], past: [] };

/** The pad's own pixels, whatever its size on the screen. */
export interface Pad {
  readonly width: number;
  readonly height: number;
}

const WIDE: Pad = { width: 1200, height: 600 };
const SQUARE: Pad = { width: 800, height: 800 };
/** Pixels of the pad. */
const PEN_WIDTH = 22;

/** A finger needs height: where the window is narrow, the pad is square. */
export function padFor(windowWidth: number): Pad {
  return windowWidth < 640 ? SQUARE : WIDE;
}

export function withStroke({ strokes, past }: Drawing, stroke: Stroke): Drawing {
  return { strokes: [...strokes, stroke], past: [...past, strokes] };
}

/** Clearing is a change like any other: it can be undone. */
export function cleared(drawing: Drawing): Drawing {
  return drawing.strokes.length === 0 ? drawing : { strokes: [], past: [...drawing.past, drawing.strokes] };
}

export function undone({ strokes, past }: Drawing): Drawing {
  return { strokes: past.at(-1) ?? strokes, past: past.slice(0, -1) };
}

/** Dark ink on white paper in every color scheme: it is the picture that is read and kept. */
export function paint(context: CanvasRenderingContext2D, { width, height }: Pad, strokes: readonly Stroke[]): void {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  Object.assign(context, { lineWidth: PEN_WIDTH, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1a1a1a' });
  for (const stroke of strokes) {
    const [[x, y] = [0, 0]] = stroke;
    context.beginPath();
    context.moveTo(x, y);
    // A tap is a dot.
    context.lineTo(x, y);
    stroke.forEach(([toX, toY], index) => {
      const [fromX, fromY] = stroke[index - 1] ?? [x, y];
      context.quadraticCurveTo(fromX, fromY, (fromX + toX) / 2, (fromY + toY) / 2);
    });
    const [lastX, lastY] = stroke.at(-1) ?? [x, y];
    context.lineTo(lastX, lastY);
    context.stroke();
  }
}
