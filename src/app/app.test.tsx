// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failed, success } from '../contract/result';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { FakeRecognizer, openPage, pngFile, resetPage, stubBrowser } from './test-page';

const DOUBTFUL = testDigit(0, { probability: 0.6, maybe: 9, verdict: 'check' });
const READING = testRecognition([[testDigit(4), DOUBTFUL, testDigit(7)]]);

let recognizer: FakeRecognizer;

beforeEach(() => {
  stubBrowser();
  recognizer = new FakeRecognizer();
  recognizer.answers.set('cheque.png', success(READING));
  recognizer.answers.set('blank.png', success(testRecognition([])));
});

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

function choose(...files: File[]): void {
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files } });
}

/** The rows of a ledger, without titles and days. */
function pictureRows(): readonly HTMLElement[] {
  return screen.queryAllByRole('checkbox', { name: /^Select .*\./ }).map((box) => box.closest('tr') ?? box);
}

function digit(name: RegExp): Promise<HTMLElement> {
  return screen.findByRole('button', { name });
}

describe('reading one picture', () => {
  it('shows the number, starts at the doubtful digit, and tells it to screen readers', async () => {
    openPage(recognizer);
    choose(pngFile('cheque.png'));
    const doubtful = await digit(/^Digit 2: 0, uncertain, maybe 9$/);
    expect(doubtful).toHaveAttribute('aria-pressed', 'true');
    expect(await screen.findByText('Number 4 0 7; second digit uncertain, maybe 9')).toBeInTheDocument();
    await waitFor(() => expect(doubtful).toHaveFocus());
    expect(await screen.findByRole('heading', { level: 1, name: 'cheque.png' })).toBeInTheDocument();
    await waitFor(() => expect(document.title).toContain('407'));
  });

  it('walks through the digits with the arrow keys and shows all candidates of each', async () => {
    const { user } = openPage(recognizer);
    choose(pngFile('cheque.png'));
    (await digit(/^Digit 2/)).focus();
    await user.keyboard('{ArrowLeft}');
    expect(await digit(/^Digit 1/)).toHaveFocus();
    expect(screen.getByRole('heading', { name: 'Digit 1 of 3' })).toBeInTheDocument();
    const candidates = within(screen.getByRole('list', { name: 'Candidates' })).getAllByRole('listitem');
    expect(candidates).toHaveLength(4);
    expect(
      within(screen.getByRole('list', { name: 'Other candidates', hidden: true })).getAllByRole('listitem', {
        hidden: true,
      }),
    ).toHaveLength(7);
    expect(candidates[0]).toHaveTextContent('499.0%');
    await user.keyboard('{End}');
    expect(screen.getByRole('heading', { name: 'Digit 3 of 3' })).toBeInTheDocument();
  });

  it('copies the number', async () => {
    const { user } = openPage(recognizer);
    choose(pngFile('cheque.png'));
    await user.click(await screen.findByRole('button', { name: 'Copy number' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe('407');
  });

  it('takes a dropped picture', async () => {
    openPage(recognizer);
    const dataTransfer = { types: ['Files'], items: [{ kind: 'file' }], files: [pngFile('cheque.png')] };
    fireEvent.dragEnter(document.body, { dataTransfer });
    expect(await screen.findByText('Drop to read 1 picture')).toBeInTheDocument();
    fireEvent.drop(document.body, { dataTransfer });
    expect(await digit(/^Digit 1/)).toBeInTheDocument();
    expect(screen.queryByText('Drop to read 1 picture')).not.toBeInTheDocument();
  });

  it('takes a pasted picture', async () => {
    openPage(recognizer);
    fireEvent.paste(document.body, { clipboardData: { files: [pngFile('cheque.png')] } });
    expect(await digit(/^Digit 1/)).toBeInTheDocument();
  });

  it('says so when there are no digits', async () => {
    openPage(recognizer);
    choose(pngFile('blank.png'));
    expect(await screen.findByRole('heading', { name: 'No digits found' })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('what can go wrong', () => {
  it('refuses a wrong file by name, without loading the models for it', async () => {
    openPage(recognizer);
    choose(new File(['%!PS-Adobe and so on'], 'letter.ps'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('“letter.ps” is');
    expect(alert).toHaveTextContent(/PNG, JPEG/);
    expect(recognizer.asked).toEqual([]);
  });

  it('reads the same picture again after a failure that may pass', async () => {
    recognizer.answers.set('cheque.png', failed({ kind: 'backend-lost' }));
    const { user } = openPage(recognizer);
    choose(pngFile('cheque.png'));
    const again = await screen.findByRole('button', { name: 'Try again' });
    recognizer.answers.set('cheque.png', success(READING));
    await user.click(again);
    expect(await digit(/^Digit 1: 4$/)).toBeInTheDocument();
  });

  it('stops at once when asked to, keeps the picture, and reads it later', async () => {
    recognizer.hold = new Promise(() => undefined);
    const { user } = openPage(recognizer);
    choose(pngFile('cheque.png'));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('heading', { name: 'Not read yet' })).toBeInTheDocument();
    recognizer.hold = Promise.resolve();
    await user.click(screen.getByRole('button', { name: 'Read now' }));
    expect(await digit(/^Digit 1: 4$/)).toBeInTheDocument();
  });

  it('shows the result all the same when it cannot be saved, and says that it is not', async () => {
    const { services } = openPage(recognizer);
    services.history.addUpload = async () => failed({ kind: 'storage-full', fileName: 'cheque.png' });
    choose(pngFile('cheque.png'));
    expect(await digit(/^Digit 1: 4$/)).toBeInTheDocument();
    expect(await screen.findByText(/Not saved: storage is full/)).toBeInTheDocument();
  });
});

describe('the history', () => {
  it('the batch has every picture of several, also the refused ones, after they were read one by one', async () => {
    openPage(recognizer);
    choose(pngFile('cheque.png'), new File(['hello'], 'notes.txt'), pngFile('blank.png'));
    expect(await screen.findByRole('heading', { level: 1, name: '3 pictures' })).toBeInTheDocument();
    await waitFor(() => {
      const rows = pictureRows().map((row) => row.textContent);
      expect(rows).toHaveLength(3);
      expect(rows[0]).toContain('407');
      expect(rows[1]).toContain('This file type cannot be read');
      expect(rows[2]).toContain('No digits found');
    });
    expect(recognizer.asked).toEqual(['cheque.png', 'blank.png']);
  });

  it('finds a result after a reload, without reading it again', async () => {
    const { services } = openPage(recognizer);
    choose(pngFile('cheque.png'));
    await digit(/^Digit 1: 4$/);
    await waitFor(async () => expect(await services.history.list()).toMatchObject({ value: [{ reading: {} }] }));
    const { user } = openPage(recognizer, '#/history');
    await user.click(await screen.findByRole('link', { name: /407.*cheque\.png/ }));
    expect(await digit(/^Digit 1: 4$/)).toBeInTheDocument();
    expect(recognizer.asked).toEqual(['cheque.png']);
    await user.click(screen.getByRole('link', { name: 'Back' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'History' })).toBeInTheDocument();
  });

  it('reads after a reload what was not read before', async () => {
    recognizer.hold = new Promise(() => undefined);
    const { services } = openPage(recognizer);
    choose(pngFile('cheque.png'));
    await waitFor(async () => expect(await services.history.list()).toMatchObject({ value: [{ reading: null }] }));
    const { hash } = window.location;
    recognizer.hold = Promise.resolve();
    openPage(recognizer, hash);
    expect(await digit(/^Digit 1: 4$/)).toBeInTheDocument();
  });

  it('says that an address leads nowhere', async () => {
    openPage(recognizer, '#/result/unknown');
    expect(await screen.findByRole('heading', { name: 'This picture is not in the history' })).toBeInTheDocument();
  });
});
