// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { checkBackup } from '../../../backup/check-backup';
import { FakeRecognizer, resetPage, stubBrowser } from '../../test-page';
import { createServices } from '../session/create-services';
import { BackupWork } from './backup-work';

vi.mock('../../../backup/check-backup', () => ({ checkBackup: vi.fn() }));

beforeEach(() => {
  stubBrowser();
  resetPage();
});

it('says nothing more of a backup that was dismissed while it was being checked', async () => {
  const work = new BackupWork(createServices(new FakeRecognizer()));
  let tellLate = () => {};
  vi.mocked(checkBackup).mockImplementation((_source, { signal, onProgress } = {}) => {
    tellLate = () => onProgress?.(1, 2);
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  });
  const checking = work.check(new File(['PK'], 'backup.zip'));
  await vi.waitFor(() => expect(checkBackup).toHaveBeenCalled());
  tellLate();
  expect(work.state.get()).toMatchObject({ phase: 'working', done: 1 });

  const phases: string[] = [];
  work.dismiss();
  work.state.subscribe(() => phases.push(work.state.get().phase));
  tellLate();
  await checking;
  expect(work.state.get().phase).toBe('idle');
  expect(phases).toEqual([]);
});
