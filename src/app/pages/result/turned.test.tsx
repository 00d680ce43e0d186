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
  openPage(recognizer);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: [pngFile('sheet.png')] } });
  await screen.findByRole('button', { name: 'Add' });
}

describe('a picture that was turned to be read', () => {
  const TURNED = 'Read after turning the picture by 90° clockwise';

  it('says by how much', async () => {
    await openResult({ ...sampleRecognition(['121']), turned: 90 });
    expect(screen.getByText(TURNED)).toBeInTheDocument();
  });

  it('says nothing where the picture was read as it is', async () => {
    await openResult(sampleRecognition(['121']));
    expect(screen.queryByText(/turning the picture/)).not.toBeInTheDocument();
  });
});
