// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Recognition } from '../../../contract/recognition';
import { success } from '../../../contract/result';
import { sampleRecognition } from '../../../corrections/test-reading';
import { FakeRecognizer, openPage, pngFile, resetPage, stubBrowser } from '../../test-page';

beforeEach(stubBrowser);

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

async function openResult(reading: Recognition) {
  const recognizer = new FakeRecognizer();
  recognizer.answers.set('sheet.png', success(reading));
  const { services } = openPage(recognizer);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: [pngFile('sheet.png')] } });
  await screen.findByRole('button', { name: 'Add' });
  const [id = ''] = services.queue.state.get().jobs.keys();
  await services.queue.settled([id]);
  return { recognizer, services, id };
}

describe('a picture that was turned to be read', () => {
  const TURNED = 'Rotated by 90° clockwise before reading';

  it('says by how much', async () => {
    await openResult({ ...sampleRecognition(['121']), turned: 90 });
    expect(screen.getByText(TURNED)).toBeInTheDocument();
  });

  it('says nothing where the picture was read as it is', async () => {
    await openResult(sampleRecognition(['121']));
    expect(screen.queryByText(/Rotated by/)).not.toBeInTheDocument();
  });

  it('is read as it lies once the turn is undone, also after a reload and when it is read again', async () => {
    const { recognizer, services, id } = await openResult({ ...sampleRecognition(['121']), turned: 90 });
    recognizer.answers.set('sheet.png', success({ ...sampleRecognition(['7']), asItLies: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo rotation' }));
    expect(await screen.findByText('Read without rotation')).toBeInTheDocument();
    expect(recognizer.asItLies).toBe(true);
    await services.queue.settled([id]);

    const reloaded = openPage(recognizer, `#/result/${id}`);
    expect(await screen.findByText('Read without rotation')).toBeInTheDocument();
    recognizer.asItLies = undefined;
    reloaded.services.queue.read(id, { id, name: 'sheet.png', createdAt: 0, batchId: null });
    await vi.waitFor(() => expect(recognizer.asItLies).toBe(true));
  });

  it('can be turned again', async () => {
    const { recognizer } = await openResult({ ...sampleRecognition(['7']), asItLies: true });
    recognizer.answers.set('sheet.png', success({ ...sampleRecognition(['121']), turned: 90 }));
    fireEvent.click(screen.getByRole('button', { name: 'Rotate automatically' }));
    expect(await screen.findByText(TURNED)).toBeInTheDocument();
    expect(recognizer.asItLies).toBe(false);
  });
});
