// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { success } from '../../../../contract/result';
import { labelledTable, sampleRecognition } from '../../../../corrections/test-reading';
import { FakeRecognizer, openPage, pngFile, resetPage, stubBrowser } from '../../../test-page';

const PAGE = sampleRecognition(['12? 59', '7 18 40']);
const box = (row: number, column: number) => ({ x: column * 90, y: row * 60, width: 90, height: 60 });
const TABLE = {
  rows: [
    [0, 1, null],
    [2, 3, 4],
  ].map((row, at) => row.map((numberIndex, column) => ({ numberIndex, box: box(at, column) }))),
};

beforeEach(stubBrowser);

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

it('a picture with a table opens as a sheet, which is corrected, copied and kept', async () => {
  const recognizer = new FakeRecognizer();
  recognizer.answers.set('marks.png', success({ ...PAGE, tables: [TABLE] }));
  const { services } = openPage(recognizer);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: [pngFile('marks.png')] } });
  const doubtful = await screen.findByRole('gridcell', { name: 'Row 1, column 1: 12, to check' });
  await waitFor(() => expect(doubtful).toHaveFocus());

  const user = userEvent.setup();
  await user.keyboard('13{Enter}');
  expect(await screen.findByRole('gridcell', { name: 'Row 1, column 1: 13' })).toBeVisible();
  expect(screen.getByText('All cells checked')).toBeVisible();
  await user.click(screen.getByRole('gridcell', { name: 'Row 1, column 3: empty' }));
  await user.keyboard('8.5{Enter}');
  await user.click(screen.getByRole('button', { name: 'Copy table' }));
  expect(await navigator.clipboard.readText()).toBe('13\t59\t8.5\n7\t18\t40');

  await waitFor(async () =>
    expect(await services.history.list()).toMatchObject({ value: [{ reading: { text: '13 59 8.5\n7 18 40' } }] }),
  );
});

it('a rule that is set chooses between readings by itself, says so, and is undone', async () => {
  const recognizer = new FakeRecognizer();
  recognizer.answers.set('marks.png', success({ ...PAGE, tables: [TABLE] }));
  openPage(recognizer);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: [pngFile('marks.png')] } });
  await screen.findByRole('gridcell', { name: 'Row 1, column 1: 12, to check' });
  const user = userEvent.setup();
  await user.click(screen.getAllByRole('button', { name: 'Column 1: name and rule', hidden: true }).at(-1)!);
  await user.selectOptions(screen.getByLabelText('Rule for its numbers'), 'Range');
  const [from, to] = [screen.getByLabelText('From'), screen.getByLabelText('To')];
  await user.clear(from);
  await user.clear(to);
  await user.type(to, '100');
  await user.type(from, '13');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('gridcell', { name: 'Row 1, column 1: 13, to check' })).toBeVisible();
  expect(screen.getByText('1 number was chosen by a rule from the reader’s other readings. Check it.')).toBeVisible();
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByRole('gridcell', { name: 'Row 1, column 1: 12, to check' })).toBeVisible();
});

it('printed labels are left out of the sheet and of the history, named, and put back with one click', async () => {
  const recognizer = new FakeRecognizer();
  const page = labelledTable(['1|2|3', '12|59|40'], { inRow: true, inColumn: false });
  recognizer.answers.set('form.png', success(page));
  const { services } = openPage(recognizer);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: [pngFile('form.png')] } });
  const kept = async (text: string) =>
    waitFor(async () => expect(await services.history.list()).toMatchObject({ value: [{ reading: { text } }] }));

  expect(await screen.findByRole('gridcell', { name: 'Row 1, column 1: 12' })).toBeVisible();
  expect(screen.getByText('Printed, left out: 1 2 3')).toBeVisible();
  expect(screen.getByRole('columnheader', { name: '2' })).toBeVisible();
  await kept('12 59 40');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Put back' }));
  expect(await screen.findByRole('gridcell', { name: 'Row 2, column 1: 12' })).toBeVisible();
  expect(screen.queryByText(/^Printed, left out/)).toBeNull();
  expect(screen.getByRole('columnheader', { name: 'Column 2' })).toBeVisible();
  await kept('1 2 3\n12 59 40');
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText('Printed, left out: 1 2 3')).toBeVisible();
  await kept('12 59 40');
});
