import type { RecognitionFailure } from '../../../contract/failure';
import type { UploadHistory } from '../../../uploads/upload-history';
import { Store } from '../../base/store/store';

interface NamedUpload {
  readonly id: string;
  readonly name: string;
}

export type TrashState =
  | { readonly phase: 'empty' }
  | { readonly phase: 'undoable'; readonly ids: readonly string[]; readonly names: readonly string[] }
  /** The pictures cannot be brought back anymore: they were deleted for good elsewhere. */
  | { readonly phase: 'gone'; readonly count: number }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

/**
 * Deleting with one step of undo, and that of redo: a deletion is final when it is dismissed, or when the next one follows.
 */
export class Trash {
  readonly state = new Store<TrashState>({ phase: 'empty' });
  readonly #history: UploadHistory;
  /** What was brought back last. */
  #undone: readonly NamedUpload[] = [];

  constructor(history: UploadHistory) {
    this.#history = history;
  }

  async delete(uploads: readonly NamedUpload[]): Promise<void> {
    this.#undone = [];
    await this.#finish();
    const ids = uploads.map((upload) => upload.id);
    const result = await this.#history.trash(ids);
    this.state.set(
      result.ok
        ? { phase: 'undoable', ids, names: uploads.map((upload) => upload.name) }
        : { phase: 'failed', failure: result.failure },
    );
  }

  async undo(): Promise<void> {
    const state = this.state.get();
    if (state.phase !== 'undoable') {
      return;
    }
    const result = await this.#history.restore(state.ids);
    if (!result.ok) {
      this.state.set({ phase: 'failed', failure: result.failure });
      return;
    }
    this.#undone = state.ids.map((id, index) => ({ id, name: state.names[index] ?? '' }));
    const count = state.ids.length - result.value;
    this.state.set(count > 0 ? { phase: 'gone', count } : { phase: 'empty' });
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Deletes again what was brought back last. */
  async redo(): Promise<void> {
    if (this.canRedo) await this.delete(this.#undone);
  }

  /** Makes the last deletion final. */
  async dismiss(): Promise<void> {
    this.#undone = [];
    const finished = this.#finish();
    this.state.set({ phase: 'empty' });
    await finished;
  }

  async #finish(): Promise<void> {
    const state = this.state.get();
    if (state.phase === 'undoable') {
      await this.#history.emptyTrash(state.ids);
    }
  }
}
