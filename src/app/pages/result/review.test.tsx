// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { success } from '../../../contract/result';
import { testDigit, testRecognition } from '../../../numbers/test-recognition';
import { chequeRecognizer, doubt, focused, openResult } from '../../test-cheque';
import { FakeRecognizer, openPage, pngFile, resetPage, stubBrowser, untilKept } from '../../test-page';

beforeEach(() => {
  stubBrowser();
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

/** Pictures named after what is read in them; '?' follows a doubtful digit. */
function recognizerOf(names: readonly string[]): FakeRecognizer {
  const recognizer = new FakeRecognizer();
  for (const name of names) {
    const digits = [...name.matchAll(/(\d)(\?)?/g)].map(([, label, mark], index) => {
      return mark ? doubt(Number(label), 0, index * 30) : testDigit(Number(label), { x: index * 30 });
    });
    recognizer.answers.set(`${name}.png`, success(testRecognition(digits.length > 0 ? [digits] : [])));
  }
  return recognizer;
}

/** Hands pictures in together and waits until all are read. */
async function openBatch(names: readonly string[]) {
  const page = openPage(recognizerOf(names));
  const files = names.map((name) => pngFile(`${name}.png`));
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files } });
  await screen.findAllByText(new RegExp(`^${names.length} read`));
  await untilKept(page.services, names.length);
  return page;
}

const heading = () => screen.getByRole('heading', { level: 1 });

describe('the queue of pictures to check', () => {
  it('goes from doubt to doubt across pictures, and ends with the export', async () => {
    const { user } = await openBatch(['1?2', '34', '5?6?', '7']);
    expect(screen.getByRole('link', { name: 'Check 2 pictures' })).toBeInTheDocument();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toMatch(/^Digit 1: 1, uncertain/));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toMatch(/^Digit 1: 5, uncertain/));
    await user.keyboard('9{Enter}');
    const end = await screen.findByRole('region', { name: 'Nothing left to check' });
    expect(end).toHaveTextContent('The numbers of 4 pictures can be exported.');
    await waitFor(() => expect(document.activeElement).toBe(end.querySelector('summary')));
    expect(within(end).getByText(/^Excel/)).toBeInTheDocument();
  });

  it('follows the order and the filter of the list, which are kept on the way back', async () => {
    const { user } = await openBatch(['5?', '3?', '4', '1?']);
    await user.selectOptions(screen.getByLabelText('Sort by'), 'Number');
    await user.selectOptions(screen.getByLabelText('Show'), 'To check');
    await user.click(screen.getByRole('link', { name: 'Check 3 pictures' }));
    for (const digit of ['1', '3']) {
      await waitFor(() => expect(focused()).toMatch(new RegExp(`^Digit 1: ${digit}, uncertain`)));
      await user.keyboard('{Enter}');
    }
    await waitFor(() => expect(heading()).toHaveTextContent('5?.png'));
    expect(await screen.findByText('3 of 3')).toBeInTheDocument();
    await user.click(screen.getAllByRole('link', { name: 'Back' })[0]!);
    await waitFor(() => expect(screen.getByLabelText('Sort by')).toHaveValue('number'));
    expect(screen.getByLabelText('Show')).toHaveValue('look');
    await waitFor(() => expect(screen.getByRole('link', { name: /5\?\.png/ })).toHaveFocus());
  });

  it('comes around to what was passed over, and asks once about a picture without digits', async () => {
    const { user } = await openBatch(['1?', '', '2?']);
    await user.click(screen.getByRole('link', { name: 'Check 3 pictures' }));
    await waitFor(() => expect(focused()).toMatch(/^Digit 1: 1, uncertain/));
    await user.keyboard('{PageDown}');
    expect(await screen.findByText('No digits found')).toBeInTheDocument();
    await waitFor(() => expect(heading()).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toMatch(/^Digit 1: 2, uncertain/));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toMatch(/^Digit 1: 1, uncertain/));
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: 'Nothing left to check' })).toBeInTheDocument();
  });

  it('leaves the focus in a single number until Enter is pressed once more', async () => {
    const { user } = await openResult(chequeRecognizer());
    await waitFor(() => expect(focused()).toMatch(/^Digit 2/));
    await user.keyboard('9{Enter}');
    expect(await screen.findByRole('region', { name: 'Nothing left to check' })).toBeInTheDocument();
    expect(focused()).toMatch(/^Digit 4/);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('SUMMARY'));
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.queryByRole('region', { name: 'Nothing left to check' })).not.toBeInTheDocument();
  });
});

it('shows the keys with a question mark', async () => {
  const { user } = await openResult(chequeRecognizer());
  await waitFor(() => expect(focused()).toMatch(/^Digit 2/));
  await user.keyboard('?');
  expect(within(screen.getByRole('dialog', { name: 'Keys' })).getByText('split')).toBeInTheDocument();
});

it('says progress to screen readers at its quarters alone', async () => {
  const names = [...Array(12).keys()].map((index) => `${index}`);
  const recognizer = recognizerOf(names);
  let release = () => {};
  recognizer.hold = new Promise((resolve) => {
    release = resolve;
  });
  const { services } = openPage(recognizer);
  const said: string[] = [];
  services.announcement.subscribe(() => said.push(services.announcement.get()));
  const files = names.map((name) => pngFile(`${name}.png`));
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files } });
  await screen.findAllByText('Reading 1 of 12');
  release();
  await screen.findAllByText(/^12 read/);
  expect(said.filter((words) => /^Reading/.test(words)).length).toBeLessThanOrEqual(5);
  expect(said.filter((words) => words !== '').length).toBeLessThanOrEqual(7);
  for (const region of document.querySelectorAll('[role="status"], [aria-live]')) {
    expect(region.querySelector('button, a')).toBeNull();
  }
});
