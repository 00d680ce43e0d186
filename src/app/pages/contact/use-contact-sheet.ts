import { useEffect, useRef, useState } from 'react';
import type { RecognitionFailure } from '../../../contract/failure';
import { CORRECTIONS_VERSION, type Corrections, withEdit } from '../../../corrections/corrections';
import type { Edit } from '../../../corrections/edit';
import { storedCorrections } from '../../../corrections/stored-corrections';
import { summarizeFixed } from '../../../corrections/summarize-fixed';
import type { Upload } from '../../../uploads/upload';
import type { UploadHistory } from '../../../uploads/upload-history';
import { useBatchUploads } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';
import { type ContactPicture, type DoubtTile, tilesOf, withCorrections } from './doubt-tiles';

/** Corrections of several pictures that were made, and are undone, in one step. */
interface Step {
  readonly before: ReadonlyMap<string, Corrections>;
  readonly after: ReadonlyMap<string, Corrections>;
}

export interface TileEdit {
  readonly pictureId: string;
  readonly edit: Edit;
}

export interface ContactSheet {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** In the order of their pictures; what was checked stays in its place. */
  readonly tiles: readonly DoubtTile[];
  readonly pictures: ReadonlyMap<string, ContactPicture>;
  /** One step to undo. */
  readonly apply: (edits: readonly TileEdit[]) => void;
  /** null when there is nothing to undo, or to do again. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** Why the pictures could not be opened, or the last change could not be saved. */
  readonly failure: RecognitionFailure | null;
}

/** A picture with its reading; null where there is none to check. */
async function loadPicture(history: UploadHistory, { id, name }: Upload): Promise<ContactPicture | null> {
  const stored = await history.reading(id);
  if (!stored.ok || !stored.value) return null;
  const { recognition, corrections } = stored.value;
  return withCorrections({ id, name, recognition }, storedCorrections(recognition, corrections));
}

/** All doubts of a batch, and the corrections that are made to them; every change is in the history at once. */
export function useContactSheet(batchId: string): ContactSheet {
  const { history } = useServices();
  const list = useBatchUploads(batchId);
  const [isReady, setReady] = useState(false);
  const asked = useRef(new Set<string>());
  const [pictures, setPictures] = useState<ReadonlyMap<string, ContactPicture>>(new Map());
  const [tiles, setTiles] = useState<readonly DoubtTile[]>([]);
  const [done, setDone] = useState<readonly Step[]>([]);
  const [undone, setUndone] = useState<readonly Step[]>([]);
  const [saveFailure, setFailure] = useState<RecognitionFailure | null>(null);
  const saving = useRef(Promise.resolve());

  // Pictures that are read meanwhile join at the end.
  useEffect(() => {
    if (list.phase !== 'ready') return undefined;
    let current = true;
    const load = async () => {
      const fresh: ContactPicture[] = [];
      for (const upload of list.uploads.filter(({ id }) => !asked.current.has(id))) {
        const picture = upload.reading && upload.reading.openChecks > 0 ? await loadPicture(history, upload) : null;
        if (!current) return;
        if (picture) fresh.push(picture);
      }
      for (const { id } of fresh) asked.current.add(id);
      setPictures((before) => new Map([...before, ...fresh.map((picture) => [picture.id, picture] as const)]));
      setTiles((before) => [...before, ...fresh.flatMap(tilesOf)]);
      setReady(true);
    };
    void load();
    return () => {
      current = false;
    };
  }, [history, list]);

  const put = (changed: ReadonlyMap<string, Corrections>) => {
    const next = new Map(pictures);
    for (const [id, corrections] of changed) {
      const picture = withCorrections(pictures.get(id)!, corrections);
      next.set(id, picture);
      saving.current = saving.current.then(() => save(picture));
    }
    setPictures(next);
    // A number may be doubtful as a whole once its characters are not.
    const known = new Set(tiles.map(({ key }) => key));
    const fresh = [...changed.keys()].flatMap((id) => tilesOf(next.get(id)!)).filter(({ key }) => !known.has(key));
    if (fresh.length > 0) setTiles([...tiles, ...fresh]);
  };
  const save = async ({ id, corrections, reading }: ContactPicture) => {
    const summary = summarizeFixed(reading, corrections);
    const saved = await history.saveCorrections(id, { version: CORRECTIONS_VERSION, value: corrections }, summary);
    setFailure(saved.ok ? null : saved.failure);
  };

  const apply = (edits: readonly TileEdit[]) => {
    const before = new Map<string, Corrections>();
    const after = new Map<string, Corrections>();
    for (const { pictureId, edit } of edits) {
      const picture = pictures.get(pictureId);
      if (!picture) continue;
      before.set(pictureId, picture.corrections);
      after.set(pictureId, withEdit(picture.recognition, after.get(pictureId) ?? picture.corrections, edit));
    }
    if (after.size === 0) return;
    put(after);
    setDone([...done, { before, after }]);
    setUndone([]);
  };
  const last = done.at(-1);
  const next = undone.at(-1);
  const undo =
    last &&
    (() => {
      put(last.before);
      setDone(done.slice(0, -1));
      setUndone([...undone, last]);
    });
  const redo =
    next &&
    (() => {
      put(next.after);
      setUndone(undone.slice(0, -1));
      setDone([...done, next]);
    });
  const phase = list.phase === 'failed' ? 'failed' : isReady ? 'ready' : 'loading';
  const failure = list.phase === 'failed' ? list.failure : saveFailure;
  return { phase, tiles, pictures, apply, undo: undo ?? null, redo: redo ?? null, failure };
}
