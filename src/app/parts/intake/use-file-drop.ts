import { useEffect, useState } from 'react';
import { type DroppedFiles, droppedFiles } from './dropped-files';

/** What is being dragged over the page; `count` is null where the browser does not tell it before the drop. */
export interface Drag {
  readonly count: number | null;
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function countFiles(event: DragEvent): number | null {
  const files = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file');
  return files.length || null;
}

/**
 * Takes files and folders dropped anywhere on the page.
 *
 * @returns what is being dragged right now, null otherwise
 */
export function useFileDrop(onDrop: (dropped: DroppedFiles) => void, onDrag: () => void): Drag | null {
  const [drag, setDrag] = useState<Drag | null>(null);

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (carriesFiles(event)) {
        event.preventDefault();
        const count = countFiles(event);
        setDrag((shown) => (shown && shown.count === count ? shown : { count }));
      }
    };
    const enter = (event: DragEvent) => {
      over(event);
      if (carriesFiles(event)) {
        onDrag();
      }
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) {
        setDrag(null);
      }
    };
    const drop = (event: DragEvent) => {
      setDrag(null);
      if (carriesFiles(event)) {
        event.preventDefault();
        if (event.dataTransfer) {
          void droppedFiles(event.dataTransfer).then(onDrop);
        }
      }
    };
    const end = new AbortController();
    window.addEventListener('dragenter', enter, end);
    window.addEventListener('dragover', over, end);
    window.addEventListener('dragleave', leave, end);
    window.addEventListener('drop', drop, end);
    return () => end.abort();
  }, [onDrop, onDrag]);

  return drag;
}
