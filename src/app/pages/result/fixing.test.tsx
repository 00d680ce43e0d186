// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failed, success } from '../../../contract/result';
import { testDigit, testRecognition } from '../../../numbers/test-recognition';
import { FakeRecognizer, openPage, pngFile, resetPage, stubBrowser } from '../../test-page';

const doubt = (label: number, maybe: number, x: number) =>
  testDigit(label, { probability: 0.6, maybe, verdict: 'check', x });
/** 4 0? 7 1? in one line. */
const READING = testRecognition([[testDigit(4), doubt(0, 9, 30), testDigit(7, { x: 60 }), doubt(1, 7, 90)]]);

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

async function openResult(name = 'cheque.png') {
  const page = openPage(recognizer);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: [pngFile(name)] } });
  await screen.findByRole('button', { name: 'Add' });
  return page;
}

function digits(): string {
  return screen
    .queryAllByRole('button', { name: /^Digit \d+: / })
    .map((button) => button.textContent?.charAt(0))
    .join('');
}

const focused = () => document.activeElement?.getAttribute('aria-label');
const tool = (name: string) => screen.getByRole('button', { name });

describe('correcting with the keyboard', () => {
  it('goes from check to check, says what happened, and undoes it all', async () => {
    const { user } = await openResult();
    await waitFor(() => expect(focused()).toBe('Digit 2: 0, uncertain, maybe 9'));
    await user.keyboard('9');
    expect(focused()).toBe('Digit 4: 1, uncertain, maybe 7');
    expect(screen.getByText('Digit 2 is 9; number 4 9 7 1')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(digits()).toBe('4971');
    expect(screen.getByText('4 digits, none to check')).toBeInTheDocument();
    expect(screen.getByText('corrected by hand')).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    expect(focused()).toBe('Digit 4: 1, uncertain, maybe 7');
    await user.keyboard('{Control>}z{/Control}');
    expect(digits()).toBe('4071');
    expect(focused()).toBe('Digit 2: 0, uncertain, maybe 9');
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(digits()).toBe('4971');
  });

  it('removes, adds, splits and merges', async () => {
    const { user } = await openResult();
    await waitFor(() => expect(focused()).toMatch(/^Digit 2/));
    await user.keyboard('{Delete}');
    expect(digits()).toBe('471');
    await user.keyboard('{Home}{Insert}');
    expect(digits()).toBe('4_71');
    expect(focused()).toBe('Digit 2: blank, to be typed');
    await user.keyboard('8');
    expect(digits()).toBe('4871');
    recognizer.regions = success([testDigit(3), testDigit(5)]);
    await user.keyboard('{Home}s');
    await waitFor(() => expect(digits()).toBe('35871'));
    await waitFor(() => expect(focused()).toBe('Digit 1: 3, uncertain'));
    recognizer.regions = failed({ kind: 'backend-lost' });
    await user.keyboard('m');
    await waitFor(() => expect(digits()).toBe('_871'));
    await user.keyboard('6');
    expect(digits()).toBe('6871');
  });

  it('moves with Tab, which leaves at the ends, and leaves with Escape', async () => {
    const { user } = await openResult();
    await waitFor(() => expect(focused()).toMatch(/^Digit 2/));
    await user.tab();
    expect(focused()).toMatch(/^Digit 3/);
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    expect(focused()).toMatch(/^Digit 1/);
    await user.tab({ shift: true });
    expect(focused()).not.toMatch(/^Digit \d:/);
    await user.tab();
    expect(focused()).toMatch(/^Digit 1/);
    await user.keyboard('{End}');
    await user.tab();
    expect(screen.getByLabelText('Expect')).toHaveFocus();
    await user.tab({ shift: true });
    await user.keyboard('{Escape}');
    expect(tool('Accept')).toHaveFocus();
  });

  it('does not accept what nobody has seen while Enter is held down', async () => {
    await openResult();
    await waitFor(() => expect(focused()).toMatch(/^Digit 2/));
    const held = document.activeElement as HTMLElement;
    fireEvent.keyDown(held, { key: 'Enter', repeat: true });
    expect(focused()).toMatch(/^Digit 2: 0, uncertain/);
  });
});

describe('a place that is read again', () => {
  it('is sure only above what the person counts as sure', async () => {
    recognizer.answers.set('cheque.png', success(testRecognition([[testDigit(4), testDigit(7, { x: 30 })]])));
    recognizer.regions = success([testDigit(8)]);
    const { user, services } = await openResult();
    services.settings.change({ sureAbove: 0.999 });
    await user.click(screen.getByRole('button', { name: 'Digit 1: 4' }));
    await user.keyboard('m');
    expect(await screen.findByRole('button', { name: 'Digit 1: 8, uncertain' })).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    services.settings.change({ sureAbove: 0 });
    await user.click(screen.getByRole('button', { name: 'Digit 1: 4' }));
    await user.keyboard('m');
    expect(await screen.findByRole('button', { name: 'Digit 1: 8' })).toBeInTheDocument();
  });
});

describe('correcting by touch', () => {
  it('has a pad and tools for everything', async () => {
    const { user } = await openResult();
    await user.click(tool('It is 9'));
    await user.click(tool('Accept'));
    expect(digits()).toBe('4971');
    await user.click(screen.getByRole('button', { name: 'Digit 1: 4' }));
    await user.click(tool('Remove'));
    expect(digits()).toBe('971');
    await user.click(tool('Undo'));
    await user.click(tool('Undo'));
    await user.click(tool('Redo'));
    expect(digits()).toBe('4971');
  });

  it('starts adding to a picture without digits', async () => {
    const { user } = await openResult('blank.png');
    expect(screen.getByRole('heading', { name: 'No digits found' })).toBeInTheDocument();
    await user.click(tool('Add'));
    expect(screen.getByText(/^Draw a box around the missing digit/)).toBeInTheDocument();
    expect(tool('Undo')).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('corrections', () => {
  it('are there after a reload, can still be undone, and stand in the list', async () => {
    const { user, services } = await openResult();
    await user.click(tool('It is 9'));
    const { hash } = window.location;
    await waitFor(async () =>
      expect(await services.history.list()).toMatchObject({ value: [{ reading: { text: '4971', isEdited: true } }] }),
    );
    const again = openPage(recognizer, hash);
    await screen.findByRole('button', { name: 'Digit 2: 9, corrected' });
    await again.user.click(tool('Undo'));
    expect(digits()).toBe('4071');
    await waitFor(async () =>
      expect(await services.history.list()).toMatchObject({
        value: [{ reading: { text: '4071', isEdited: false, openChecks: 2 } }],
      }),
    );
  });

  it('are marked as not saved when storage fails', async () => {
    const { user, services } = await openResult();
    services.history.saveCorrections = async () => failed({ kind: 'storage-full' });
    await user.click(tool('It is 9'));
    expect(await screen.findByText(/storage is full/)).toBeInTheDocument();
    expect(digits()).toBe('4971');
  });
});

describe('what is expected', () => {
  it('is said where a number does not fit, with a reading that fits', async () => {
    const { user } = await openResult();
    await user.selectOptions(screen.getByLabelText('Expect'), 'A number of digits');
    expect(screen.getByText(/Does not fit/)).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('How many digits'), { target: { value: '4' } });
    expect(screen.getByText(/^Fits/)).toBeInTheDocument();
  });

  it('proposes other labels', async () => {
    recognizer.answers.set('cheque.png', success(testRecognition([[doubt(0, 1, 0), testDigit(5, { x: 30 })]])));
    const { user } = await openResult();
    await user.selectOptions(screen.getByLabelText('Expect'), 'Amount');
    await user.click(screen.getByRole('button', { name: 'Change 05 to 15' }));
    expect(digits()).toBe('15');
    expect(screen.getByText(/^Fits/)).toBeInTheDocument();
  });
});

describe('reading again with what is expected', () => {
  it('tells the reader, and marks what it chose to fit', async () => {
    const run = vi.spyOn(recognizer, 'run');
    const { user } = await openResult();
    await user.selectOptions(screen.getByLabelText('Expect'), 'Postal code');
    const expectation = { id: 'postal-code' } as const;
    const taken = { ...doubt(5, 3, 120), chosenToFit: 'place' } as const;
    const fitted = testRecognition([[...READING.digits, taken]]);
    recognizer.answers.set('cheque.png', success({ ...fitted, fit: { expectation, isMet: true, leftOut: 0 } }));
    await user.click(tool('Read again with this in mind'));
    await waitFor(() => expect(digits()).toBe('40715'));
    expect(run.mock.calls.map(([, asks]) => asks)).toMatchObject([
      { expectation: { id: 'anything' } },
      { expectation: { id: 'postal-code' } },
    ]);
    expect(screen.getByLabelText('Expect')).toHaveDisplayValue('Postal code');
    expect(screen.getByText('1 digit was chosen to fit: check them')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Digit 5/ }));
    expect(document.querySelector('.verdict')).toHaveTextContent('Taken in to fit what you expect: 5');
    await user.keyboard('{Enter}');
    expect(screen.queryByText(/chosen to fit: check them/)).not.toBeInTheDocument();
  });

  it('says when nothing plausible fits', async () => {
    const expectation = { id: 'postal-code' } as const;
    recognizer.answers.set('cheque.png', success({ ...READING, fit: { expectation, isMet: false, leftOut: 0 } }));
    await openResult();
    expect(screen.getByText(/nothing plausible fits, so it stays as read/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Read again with this in mind' })).not.toBeInTheDocument();
  });
});

describe('why', () => {
  it('is computed when asked for', async () => {
    const run = vi.spyOn(recognizer, 'run');
    const { user } = await openResult();
    expect(run.mock.calls.map(([kind]) => kind)).toEqual(['recognize']);
    await user.click(tool('Why 9?'));
    expect(await screen.findByText(/No single part speaks for 9/)).toBeInTheDocument();
    expect(run).toHaveBeenLastCalledWith('explain', expect.objectContaining({ label: 9 }), expect.anything());
    await user.click(tool('Why 9?'));
    expect(screen.queryByText(/No single part/)).not.toBeInTheDocument();
  });
});

describe('pictures that came together', () => {
  it('are leafed through, also with the keyboard', async () => {
    recognizer.answers.set('other.png', success(testRecognition([[testDigit(8)]])));
    const page = openPage(recognizer);
    fireEvent.change(screen.getByLabelText('Pictures to read'), {
      target: { files: [pngFile('cheque.png'), pngFile('other.png')] },
    });
    await waitFor(async () =>
      expect(await page.services.history.list()).toMatchObject({ value: [{ reading: {} }, { reading: {} }] }),
    );
    const list = await page.services.history.list();
    const { user } = openPage(recognizer, `#/result/${list.ok ? list.value[0]?.id : ''}`);
    expect(await screen.findByText('1 of 2')).toBeInTheDocument();
    await waitFor(() => expect(focused()).toMatch(/^Digit 2/));
    await user.selectOptions(screen.getByLabelText('Expect'), 'Postal code');
    await user.click(screen.getByRole('button', { name: 'Expect it in the whole batch' }));
    expect(await screen.findByRole('button', { name: 'Expected in 2 pictures' })).toBeInTheDocument();
    screen.getByRole('button', { name: /^Digit 2/ }).focus();
    await user.keyboard('{Enter}{Enter}');
    await waitFor(() => expect(focused()).toBe('Next picture'));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('2 of 2')).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Digit 1: 8' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Next picture' })).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'other.png' })).toHaveFocus());
    expect(screen.getByLabelText('Expect')).toHaveDisplayValue('Postal code');
    screen.getByRole('button', { name: 'Digit 1: 8' }).focus();
    await user.keyboard('{PageUp}');
    expect(await screen.findByText('1 of 2')).toBeInTheDocument();
  });
});
