// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { chequeRecognizer } from './test-cheque';
import { openPage, pngFile, resetPage, stubBrowser } from './test-page';

beforeEach(stubBrowser);

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

const pictureRows = () => screen.queryAllByRole('checkbox', { name: /^Select .*\./ });

it('deletes with undo and redo', async () => {
  const { user } = openPage(chequeRecognizer());
  fireEvent.change(screen.getByLabelText('Pictures to read'), {
    target: { files: ['cheque.png', 'blank.png'].map(pngFile) },
  });
  await screen.findByText('No digits found');
  await user.click(screen.getByRole('link', { name: 'History' }));
  await user.click(await screen.findByRole('button', { name: 'Delete blank.png' }));
  await waitFor(() => expect(pictureRows()).toHaveLength(1));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(pictureRows()).toHaveLength(2));
  await user.keyboard('{Control>}y{/Control}');
  await waitFor(() => expect(pictureRows()).toHaveLength(1));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(pictureRows()).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Delete all' }));
  expect(await screen.findByRole('heading', { name: 'No pictures yet' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});
