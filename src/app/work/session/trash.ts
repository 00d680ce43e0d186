import type { RecognitionFailure } from '../../../contract/failure';
import type { UploadHistory } from '../../../uploads/upload-history';
import { Store } from '../../base/store/store';

export type TrashState =
  | { readonly phase: 'empty' }
  | { readonly phase: 'undoable'; readonly ids: readonly string[]; readonly names: readonly string[] }
  /** The pictures cannot be brought back anymore: they were deleted for good elsewhere. */
  | { readonly phase: 'gone'; readonly count: number }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

/** Deleting with one step of undo: a deletion is final when it is dismissed, or when the next one follows. */
export class Trash {
  readonly state = new Store<TrashState>({ phase: 'empty' });
  readonly #history: UploadHistory;

  constructor(history: UploadHistory) {
    this.#history = history;
  }

  async delete(uploads: readonly { readonly id: string; readonly name: string }[]): Promise<void> {
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
    const count = state.ids.length - result.value;
    this.state.set(count > 0 ? { phase: 'gone', count } : { phase: 'empty' });
  }

  /** Makes the last deletion final. */
  async dismiss(): Promise<void> {
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
