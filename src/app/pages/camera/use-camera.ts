import { useCallback, useEffect, useState } from 'react';
import { type CameraFailure, closeCamera, openCamera } from './open-camera';

export type CameraState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'live'; readonly stream: MediaStream }
  | { readonly phase: 'failed'; readonly failure: CameraFailure };

/** The camera as long as the page is open: asked for once, and again only when the person says so. */
export function useCamera(): { readonly state: CameraState; readonly retry: () => void } {
  const [state, setState] = useState<CameraState>({ phase: 'starting' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens it again.
  useEffect(() => {
    let opened: MediaStream | null = null;
    let isOver = false;
    setState({ phase: 'starting' });
    // A moment later, so that a page that is left at once asks nobody.
    const timer = setTimeout(async () => {
      const camera = await openCamera();
      if (!camera.ok) {
        if (!isOver) setState({ phase: 'failed', failure: camera.failure });
        return;
      }
      if (isOver) {
        closeCamera(camera.stream);
        return;
      }
      opened = camera.stream;
      // Pulled out, or taken by another program.
      for (const track of opened.getTracks()) {
        track.addEventListener('ended', () => setState({ phase: 'failed', failure: 'busy' }));
      }
      setState({ phase: 'live', stream: opened });
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      if (opened) closeCamera(opened);
    };
  }, [attempt]);

  return { state, retry: useCallback(() => setAttempt((before) => before + 1), []) };
}
