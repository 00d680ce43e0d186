import type { Stroke } from './drawing';
import { pictureFrame } from './picture-frame';
import { strokePath } from './stroke-path';

/** Dark ink on white paper, whatever the colors of the page: it is the picture that is read and kept. */
const PAPER = '#fff';
const INK = '#1a1a1a';

/** A stroke does not change, and its path is asked for with every movement of the pen. */
const paths = new WeakMap<Stroke, Path2D>();

/** Draws strokes into a context whose units are CSS pixels of the pad. */
export function paintStrokes(context: CanvasRenderingContext2D, strokes: readonly Stroke[], ink: string): void {
  Object.assign(context, { lineCap: 'round', lineJoin: 'round', strokeStyle: ink });
  for (const stroke of strokes) {
    const path = paths.get(stroke) ?? new Path2D(strokePath(stroke.points));
    paths.set(stroke, path);
    context.lineWidth = stroke.width;
    context.stroke(path);
  }
}

/**
 * The drawing as a PNG picture; null for an empty pad, or where the browser cannot make one.
 *
 * @param maxHeight see `pictureFrame`
 */
export async function drawPicture(strokes: readonly Stroke[], name: string, maxHeight?: number): Promise<File | null> {
  const frame = pictureFrame(strokes, maxHeight);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!frame || !context) return null;
  canvas.width = frame.width;
  canvas.height = frame.height;
  context.fillStyle = PAPER;
  context.fillRect(0, 0, frame.width, frame.height);
  context.scale(frame.scale, frame.scale);
  context.translate(-frame.box.x, -frame.box.y);
  paintStrokes(context, strokes, INK);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new File([blob], name, { type: 'image/png' });
}
