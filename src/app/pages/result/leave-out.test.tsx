// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { success } from '../../../contract/result';
import { testDigit, testRecognition } from '../../../numbers/test-recognition';
import { digits, tool } from '../../test-cheque';
import { FakeRecognizer, openPage, pngFile, resetPage, stubBrowser } from '../../test-page';

beforeEach(stubBrowser);

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

/** The printed year above two numbers, in both pictures. */
const sheetOf = (label: number) =>
  testRecognition([
    [testDigit(2), testDigit(5, { x: 30 })],
    [testDigit(label, { y: 60 }), testDigit(1, { x: 30, y: 60 })],
  ]);

async function openSheet() {
  const recognizer = new FakeRecognizer();
  recognizer.answers.set('a.png', success(sheetOf(7)));
  recognizer.answers.set('b.png', success(sheetOf(8)));
  const page = openPage(recognizer);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: ['a.png', 'b.png'].map(pngFile) } });
  await page.user.click(await screen.findByRole('link', { name: /a\.png/ }));
  await screen.findByRole('button', { name: 'Digit 1: 2' });
  const texts = async () => {
    const list = await page.services.history.list();
    return Object.fromEntries((list.ok ? list.value : []).map(({ name, reading }) => [name, reading?.text]));
  };
  await waitFor(async () => expect(await texts()).toEqual({ 'a.png': '25\n71', 'b.png': '25\n81' }));
  return { ...page, texts };
}

it('leaves a line out of one picture, and undoes that', async () => {
  const { user, texts } = await openSheet();
  await user.click(tool('Leave out this line'));
  expect(digits()).toBe('71');
  await waitFor(async () => expect(await texts()).toEqual({ 'a.png': '71', 'b.png': '25\n81' }));
  await user.keyboard('{Control>}z{/Control}');
  expect(digits()).toBe('2571');
});

it('leaves the same part out of all pictures of the sheet, and puts it back', async () => {
  const { user, texts } = await openSheet();
  await user.click(tool('Leave out this line'));
  await user.click(await screen.findByRole('button', { name: 'Leave it out in all 2 pictures' }));
  await waitFor(async () => expect(await texts()).toEqual({ 'a.png': '71', 'b.png': '81' }));
  await user.click(await screen.findByRole('button', { name: 'Put it back in the other picture' }));
  await waitFor(async () => expect(await texts()).toEqual({ 'a.png': '71', 'b.png': '25\n81' }));
});

it('asks for an area to be drawn', async () => {
  const { user } = await openSheet();
  await user.click(tool('Leave out an area'));
  expect(screen.getByText('Draw a box around what is not part of the data.')).toBeInTheDocument();
  expect(screen.getByRole('group', { name: /^Picture: draw a box around what is not/ })).toBeInTheDocument();
  await user.click(tool('Add'));
  expect(screen.getByRole('group', { name: 'Picture: draw a box around the missing digit' })).toBeInTheDocument();
});
