import { type RefObject, useEffect, useState } from 'react';
import { DEFAULT_SCRIPT, type ScriptChoice } from '../../../contract/numeral-scripts';
import type { Recognition } from '../../../contract/recognition';
import { IncomingPicture } from '../../work/queue/picture-source';
import { scriptWish } from '../../work/queue/script-wish';
import { useServices } from '../../work/session/services';
import { grabFrame } from './grab-frame';

/** Pixels of the frames that are read live: enough for numbers that fill the guide, and read in a fraction of a second. */
const LIVE_SIDE = 640;
/** Milliseconds between two readings, so that the preview keeps moving. */
const PAUSE_MS = 120;

/** What the preview shows, read a few times a second for as long as it runs; null before the first reading. */
export function useLiveFrames(video: RefObject<HTMLVideoElement | null>, isLive: boolean): Recognition | null {
  const { recognizer, preparation, settings } = useServices();
  const [recognition, setRecognition] = useState<Recognition | null>(null);

  useEffect(() => {
    if (!isLive) return undefined;
    const abort = new AbortController();
    const { signal } = abort;
    const readFrame = async (script: ScriptChoice): Promise<void> => {
      const frame =
        video.current && (await grabFrame(video.current, 'frame.jpg', { maxSide: LIVE_SIDE, quality: 0.9 }));
      const image = frame ? await new IncomingPicture(frame).accept() : null;
      if (!image?.ok || document.hidden) return;
      const result = await recognizer.run('recognize', { image: image.value, asItLies: true, script }, { signal });
      if (result.ok && !signal.aborted) setRecognition(result.value);
    };
    const run = async (): Promise<void> => {
      await preparation.prepare();
      const wish = scriptWish(settings.state.get());
      const script = (await preparation.fetchScripts(wish)).ok ? wish : DEFAULT_SCRIPT;
      while (!signal.aborted) {
        // One frame that cannot be read is no reason to stop.
        await readFrame(script).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    };
    void run();
    return () => abort.abort();
  }, [video, isLive, recognizer, preparation, settings]);

  return recognition;
}
