// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { success } from '../../../contract/result';
import { sampleRecognition } from '../../../corrections/test-reading';
import { FakeRecognizer, openPage, pngFile, resetPage, stubBrowser } from '../../test-page';

beforeEach(stubBrowser);

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

it('a picture is renamed with the keyboard, undone and redone, and so is a note', async () => {
  const recognizer = new FakeRecognizer();
  recognizer.answers.set('page.png', success(sampleRecognition(['42'])));
  const { services } = openPage(recognizer);
  const kept = async (words: object) =>
    waitFor(async () => expect(await services.history.list()).toMatchObject({ value: [words] }));
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: [pngFile('page.png')] } });

  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Rename the picture' }));
  await user.keyboard('Page 1{Enter}');
  expect(await screen.findByRole('heading', { name: 'Page 1' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Rename the picture' })).toHaveFocus());
  await kept({ name: 'Page 1', fileName: 'page.png' });
  await user.click(screen.getByRole('button', { name: 'Undo rename' }));
  await kept({ name: 'page.png' });
  await user.click(screen.getByRole('button', { name: 'Redo rename' }));
  await kept({ name: 'Page 1' });
  await user.click(screen.getByRole('button', { name: 'Rename the picture' }));
  await user.keyboard('x{Escape}');
  expect(screen.getByRole('heading', { name: 'Page 1' })).toBeVisible();

  await user.type(screen.getByLabelText('Note'), 'torn at 7');
  await user.tab();
  await kept({ note: 'torn at 7', reading: { text: '42' } });
  await user.click(screen.getByRole('button', { name: 'Note Undo' }));
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('');
  await kept({ note: '' });
  await user.click(screen.getByRole('button', { name: 'Note Redo' }));
  await kept({ note: 'torn at 7' });
});
