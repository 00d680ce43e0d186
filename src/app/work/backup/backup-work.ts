import type { ByteSource } from '../../../archive/zip-fault';
import type { BackupFault } from '../../../backup/backup-format';
import type { CheckedBackup } from '../../../backup/check-backup';
import type { RestoreCounts } from '../../../backup/restore-backup';
import type { RecognitionFailure } from '../../../contract/failure';
import { backupName } from '../../../export/export-names';
import { saveFile } from '../../base/browser/save-file';
import { Store } from '../../base/store/store';
import { asWork } from '../offline/work-lock';
import type { Services } from '../session/services';

type Step = 'writing' | 'proving' | 'checking' | 'restoring';

export type BackupState =
  | { readonly phase: 'idle' | 'canceled' | 'nothing' | 'too-large' }
  | {
      readonly phase: 'working';
      readonly step: Step;
      readonly done: number;
      /** 0 as long as that is not known. */
      readonly total: number;
    }
  | {
      readonly phase: 'made';
      readonly name: string;
      readonly size: number;
      readonly count: number;
      readonly leftOut: number;
    }
  /** A locked backup waits for its passphrase; isRefused: the last one did not open it. */
  | { readonly phase: 'locked'; readonly file: File; readonly isRefused: boolean }
  /** wasLocked: its pictures are encrypted in the file. */
  | { readonly phase: 'checked'; readonly name: string; readonly backup: CheckedBackup; readonly wasLocked: boolean }
  | { readonly phase: 'restored'; readonly counts: RestoreCounts }
  | { readonly phase: 'fault'; readonly fault: BackupFault }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

type Parts = Pick<Services, 'history' | 'settings' | 'session'>;

/** Backing up and restoring, one at a time. What it needs is loaded with the first use. */
export class BackupWork {
  readonly state = new Store<BackupState>({ phase: 'idle' });
  readonly #parts: Parts;
  #abort = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async make(): Promise<void> {
    const { history, settings, session } = this.#parts;
    await this.#work('writing', async (signal) => {
      const { makeBackup } = await import('./make-backup');
      const lock = session.profile && (await (await import('./backup-lock')).profileLock(session.profile));
      const createdAt = Date.now();
      const onProgress = (step: 'writing' | 'proving', done: number, total: number) =>
        this.#tell(signal, step, done, total);
      const made = await makeBackup(history, { settings: settings.portable(), createdAt, lock, signal, onProgress });
      if (!made.ok) {
        return made.failure;
      }
      const name = backupName(createdAt, lock !== null);
      saveFile(name, made.value.file);
      settings.change({ lastBackupAt: createdAt });
      const { count, leftOut, file } = made.value;
      return { phase: 'made', name, size: file.size, count, leftOut };
    });
  }

  /** Looks at all of a file; nothing is written before `restore`. */
  async check(file: File): Promise<void> {
    await this.#work('checking', async (signal) => {
      const { isLockedBackup } = await import('../../../vault/backup-head');
      const isLocked = await isLockedBackup(file);
      return isLocked ? { phase: 'locked', file, isRefused: false } : this.#check(file.name, file, false, signal);
    });
  }

  /** Opens a locked backup and looks at all of it. */
  async unlock(file: File, passphrase: string): Promise<void> {
    await this.#work('checking', async (signal) => {
      const { openWithPassphrase } = await import('./backup-lock');
      const opened = await openWithPassphrase(file, passphrase);
      if (opened.ok) {
        return this.#check(file.name, opened.value, true, signal);
      }
      return opened.failure.kind === 'refused'
        ? { phase: 'locked', file, isRefused: true }
        : { phase: 'fault', fault: { kind: 'damaged' } };
    });
  }

  async #check(name: string, source: Blob | ByteSource, wasLocked: boolean, signal: AbortSignal): Promise<BackupState> {
    const { checkBackup } = await import('../../../backup/check-backup');
    const onProgress = (done: number, total: number) => this.#tell(signal, 'checking', done, total);
    const checked = await checkBackup(source, { signal, onProgress });
    return checked.ok
      ? { phase: 'checked', name, backup: checked.value, wasLocked }
      : { phase: 'fault', fault: checked.failure };
  }

  async restore(backup: CheckedBackup, takesSettings: boolean): Promise<void> {
    const { history, settings } = this.#parts;
    await this.#work('restoring', async (signal) => {
      const { restoreBackup } = await import('../../../backup/restore-backup');
      const onProgress = (done: number, total: number) => this.#tell(signal, 'restoring', done, total);
      const restored = await history.use((store) => restoreBackup(backup, store, { signal, onProgress }), signal);
      if (!restored.ok) {
        return { phase: 'failed', failure: restored.failure };
      }
      if (!restored.value.ok) {
        return { phase: 'fault', fault: restored.value.failure };
      }
      if (takesSettings) {
        settings.adopt(backup.manifest.settings);
      }
      const last = Math.max(backup.manifest.createdAt, settings.state.get().lastBackupAt ?? 0);
      settings.change({ lastBackupAt: last });
      return { phase: 'restored', counts: restored.value.value };
    });
  }

  cancel(): void {
    this.#abort.abort();
  }

  dismiss(): void {
    this.cancel();
    this.#abort = new AbortController();
    this.state.set({ phase: 'idle' });
  }

  async #work(
    step: 'writing' | 'checking' | 'restoring',
    work: (signal: AbortSignal) => Promise<BackupState>,
  ): Promise<void> {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#tell(abort.signal, step, 0, 0);
    try {
      const state = await asWork(() => work(abort.signal));
      if (this.#abort === abort) {
        this.state.set(state);
      }
    } catch (error) {
      if (this.#abort !== abort) {
        return;
      }
      this.state.set(
        abort.signal.aborted
          ? { phase: 'canceled' }
          : { phase: 'failed', failure: { kind: 'unexpected', detail: String(error) } },
      );
    }
  }

  /** What was dismissed, or followed by other work, has nothing to tell anymore. */
  #tell(signal: AbortSignal, step: Step, done: number, total: number): void {
    if (this.#abort.signal === signal) this.state.set({ phase: 'working', step, done, total });
  }
}
