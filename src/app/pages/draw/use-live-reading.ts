import { useEffect, useRef, useState } from 'react';
import { DEFAULT_SCRIPT } from '../../../contract/numeral-scripts';
import { summarizeReading } from '../../../uploads/upload';
import { IncomingPicture } from '../../work/queue/picture-source';
import { scriptWish } from '../../work/queue/script-wish';
import { type Services, useServices } from '../../work/session/services';
import { drawPicture } from './draw-picture';
import type { Stroke } from './drawing';
import { drawnLines } from './drawn-lines';
import { LEGIBLE_HEIGHT } from './picture-frame';

export interface LiveReading {
  /** The lines of the drawing, from top to bottom. */
  readonly lines: readonly string[];
  /** Whether the strokes of the moment are in it already. */
  readonly isCurrent: boolean;
}

interface ReadLine {
  readonly strokes: readonly Stroke[];
  readonly lines: readonly string[];
}

const NOTHING: LiveReading = { lines: [], isCurrent: true };

/**
 * What is drawn so far. With every stroke the line that it belongs to is read again, as small as it can be read, so that
 * it takes no longer than writing the next stroke; a reading that is overtaken by the next stroke is stopped.
 */
export function useLiveReading(strokes: readonly Stroke[]): LiveReading {
  const services = useServices();
  const [read, setRead] = useState<{ readonly of: readonly Stroke[]; readonly lines: readonly string[] } | null>(null);
  const known = useRef<readonly ReadLine[]>([]);

  useEffect(() => {
    const abort = new AbortController();
    const look = async (): Promise<void> => {
      const lines: ReadLine[] = [];
      for (const line of drawnLines(strokes)) {
        const before = known.current.find((other) => isSame(other.strokes, line));
        lines.push(before ?? { strokes: line, lines: await readLine(line, services, abort.signal) });
      }
      if (abort.signal.aborted) return;
      known.current = lines;
      setRead({ of: strokes, lines: lines.flatMap((line) => line.lines) });
    };
    // Whatever is wrong is said when the drawing is handed in.
    look().catch(() => undefined);
    return () => abort.abort();
  }, [strokes, services]);

  if (strokes.length === 0) return NOTHING;
  return { lines: read?.lines ?? [], isCurrent: read?.of === strokes };
}

function isSame(some: readonly Stroke[], others: readonly Stroke[]): boolean {
  return some.length === others.length && some.every((stroke, index) => stroke === others[index]);
}

/** @throws when it is aborted or the picture cannot be read */
async function readLine(
  line: readonly Stroke[],
  { recognizer, preparation, settings }: Services,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const file = await drawPicture(line, 'line.png', LEGIBLE_HEIGHT);
  const image = file ? await new IncomingPicture(file).accept() : null;
  const prepared = image?.ok ? await preparation.prepare() : null;
  signal.throwIfAborted();
  if (!image?.ok || !prepared?.ok) throw new Error('the line cannot be read');
  const wish = scriptWish(settings.state.get());
  const script = (await preparation.fetchScripts(wish)).ok ? wish : DEFAULT_SCRIPT;
  const result = await recognizer.run('recognize', { image: image.value, asItLies: true, script }, { signal });
  if (!result.ok) throw new Error(result.failure.kind);
  const { written, text } = summarizeReading(result.value);
  return (written ?? text).split('\n').filter((row) => row !== '');
}
