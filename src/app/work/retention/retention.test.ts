// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryRecords } from '../../../records/memory-records';
import { UploadHistory } from '../../../uploads/upload-history';
import { FakeRecognizer, resetPage, stubBrowser } from '../../test-page';
import { createServices } from '../session/create-services';
import type { Services } from '../session/services';
import { applyRetention, followRetention } from './follow-retention';
import { warnBeforeLeaving } from './warn-before-leaving';

let services: Services;

beforeEach(() => {
  stubBrowser();
  resetPage();
  localStorage.clear();
  const history = new UploadHistory(async () => new MemoryRecords());
  services = { ...createServices(new FakeRecognizer()), history };
});

afterEach(() => vi.unstubAllGlobals());

async function fill(): Promise<void> {
  const batches = { a: 'first', b: 'first', c: 'second', d: null } as const;
  for (const [index, [id, batchId]] of Object.entries(batches).entries()) {
    const row = { id, name: id, mime: 'image/png', createdAt: 1000 - index, batchId };
    await services.history.addUpload({ ...row, bytes: new ArrayBuffer(4) });
  }
}

async function left(): Promise<string> {
  const list = await services.history.list();
  return list.ok ? list.value.map((upload) => upload.id).join('') : 'failed';
}

describe('how much is kept', () => {
  it.each([
    ['#/', 'a'],
    ['#/result/c', 'ac'],
    ['#/batch/first', 'ab'],
    ['#/result/b', 'ab'],
  ])('at %s the last one stays, with what is looked at: %s', async (hash, ids) => {
    await fill();
    services.settings.change({ keep: 'last', keepLast: 1 });
    window.location.hash = hash;
    expect(await applyRetention(services)).toBe(4 - ids.length);
    expect(await left()).toBe(ids);
  });

  it('is looked at when the history opens', async () => {
    await fill();
    services.settings.change({ keep: 'days', keepDays: 1 });
    followRetention(services);
    await vi.waitFor(async () => expect(await left()).toBe(''));
  });

  it('says nothing about the history of somebody else', async () => {
    await fill();
    services.settings.change({ keep: 'nothing', keepOf: 'a profile' });
    followRetention(services);
    expect(await applyRetention(services)).toBe(0);
    expect(services.history.held.keepsNew).toBe(true);
    expect(await left()).toBe('abcd');
  });

  it('is nothing from the moment that it is chosen', async () => {
    followRetention(services);
    services.settings.change({ keep: 'nothing' });
    await vi.waitFor(() => expect(services.history.place).toBe('page'));
    services.settings.change({ keep: 'everything' });
    await vi.waitFor(() => expect(services.history.place).toBe('device'));
  });
});

it('the browser asks before the page is closed only while something would be lost', async () => {
  const device = new MemoryRecords();
  const { write } = device;
  const history = new UploadHistory(async () => device);
  warnBeforeLeaving({ ...services, history });
  const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  await history.list();
  expect(asks()).toBe(false);
  device.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
  const row = { id: 'a', name: 'a', mime: 'image/png', createdAt: 1, batchId: null };
  await history.addUpload({ ...row, bytes: new ArrayBuffer(4) });
  expect(asks()).toBe(true);
  device.write = write;
  await history.saveHeld();
  expect(asks()).toBe(false);
  const saving = history.saveCorrections('a', null, {
    text: '',
    digitCount: 0,
    openChecks: 0,
    lowestConfidence: null,
    isEdited: false,
  });
  expect(asks()).toBe(true);
  await saving;
  expect(asks()).toBe(false);
});
