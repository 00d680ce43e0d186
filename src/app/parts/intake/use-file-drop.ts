import { useEffect, useState } from 'react';
import { droppedFiles } from './dropped-files';
import type { DroppedFiles } from './folder-files';
import { type GivenText, givenText } from './given-text';
import { isTypedInto } from './is-typed-into';

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
 * Takes files and folders dropped anywhere on the page, and text and links dropped beside the fields: the page never
 * leaves for an address that is dropped on it. What is dragged from the page itself is left alone.
 *
 * @returns the files that are being dragged right now, null otherwise
 */
export function useFileDrop(
  onDrop: (dropped: DroppedFiles) => void,
  onText: (given: GivenText) => void,
  onDrag: () => void,
): Drag | null {
  const [drag, setDrag] = useState<Drag | null>(null);

  useEffect(() => {
    let isOwn = false;
    const over = (event: DragEvent) => {
      if (isTypedInto(event.target) && !carriesFiles(event)) {
        return;
      }
      event.preventDefault();
      if (isOwn) {
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
      } else if (carriesFiles(event)) {
        const count = countFiles(event);
        setDrag((shown) => (shown && shown.count === count ? shown : { count }));
      }
    };
    const enter = (event: DragEvent) => {
      over(event);
      if (carriesFiles(event) && !isOwn) {
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
      if (isTypedInto(event.target) && !carriesFiles(event)) {
        return;
      }
      event.preventDefault();
      if (isOwn || !event.dataTransfer) {
        return;
      }
      if (carriesFiles(event)) {
        void droppedFiles(event.dataTransfer).then(onDrop);
        return;
      }
      const given = givenText(event.dataTransfer);
      if (given) {
        onText(given);
      }
    };
    const own = (event: DragEvent) => {
      isOwn = event.type === 'dragstart';
    };
    const end = new AbortController();
    window.addEventListener('dragstart', own, end);
    window.addEventListener('dragend', own, end);
    window.addEventListener('dragenter', enter, end);
    window.addEventListener('dragover', over, end);
    window.addEventListener('dragleave', leave, end);
    window.addEventListener('drop', drop, end);
    return () => end.abort();
  }, [onDrop, onText, onDrag]);

  return drag;
}
