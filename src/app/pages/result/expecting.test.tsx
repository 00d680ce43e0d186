// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { success } from '../../../contract/result';
import { testDigit, testRecognition } from '../../../numbers/test-recognition';
import { CHEQUE, chequeRecognizer, digits, doubt, focused, openResult, tool } from '../../test-cheque';
import { type FakeRecognizer, openPage, pngFile, resetPage, stubBrowser } from '../../test-page';

let recognizer: FakeRecognizer;

beforeEach(() => {
  stubBrowser();
  recognizer = chequeRecognizer();
});

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

describe('what is expected', () => {
  it('is said where a number does not fit, with a reading that fits', async () => {
    const { user } = await openResult(recognizer);
    await user.selectOptions(screen.getByLabelText('Expected format'), 'Fixed number of digits');
    expect(screen.getByText(/Does not fit/)).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('Number of digits'), { target: { value: '4' } });
    expect(screen.getByText(/^Looks like/)).toBeInTheDocument();
  });

  it('proposes other labels', async () => {
    recognizer.answers.set('cheque.png', success(testRecognition([[doubt(0, 1, 0), testDigit(5, { x: 30 })]])));
    const { user } = await openResult(recognizer);
    await user.selectOptions(screen.getByLabelText('Expected format'), 'Amount');
    await user.click(screen.getByRole('button', { name: 'Change 05 to 15' }));
    expect(digits()).toBe('15');
    expect(screen.getByText(/^Looks like/)).toBeInTheDocument();
  });
});

describe('reading again with what is expected', () => {
  it('tells the reader, and marks what it chose to fit', async () => {
    const run = vi.spyOn(recognizer, 'run');
    const { user } = await openResult(recognizer);
    await user.selectOptions(screen.getByLabelText('Expected format'), 'Postal code');
    const expectation = { id: 'postal-code' } as const;
    const taken = { ...doubt(5, 3, 120), chosenToFit: 'place' } as const;
    const fitted = testRecognition([[...CHEQUE.digits, taken]]);
    recognizer.answers.set('cheque.png', success({ ...fitted, fit: { expectation, isMet: true, leftOut: 0 } }));
    await user.click(tool('Read again as a postal code'));
    await waitFor(() => expect(digits()).toBe('40715'));
    expect(run.mock.calls.map(([, asks]) => asks)).toMatchObject([
      { expectation: { id: 'anything' } },
      { expectation: { id: 'postal-code' } },
    ]);
    expect(screen.getByLabelText('Expected format')).toHaveDisplayValue('Postal code');
    expect(screen.getByText('1 digit was chosen to fit. Check it.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Digit 5/ }));
    expect(screen.getByText(/^Included to fit/)).toHaveTextContent('Included to fit the expected format: 5');
    await user.keyboard('{Enter}');
    expect(screen.queryByText(/chosen to fit\. Check/)).not.toBeInTheDocument();
  });

  it('says when nothing plausible fits', async () => {
    const expectation = { id: 'postal-code' } as const;
    recognizer.answers.set('cheque.png', success({ ...CHEQUE, fit: { expectation, isMet: false, leftOut: 0 } }));
    await openResult(recognizer);
    expect(screen.getByText(/No plausible reading fits: left unchanged/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Read again as a postal code' })).not.toBeInTheDocument();
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
    await user.selectOptions(screen.getByLabelText('Expected format'), 'Postal code');
    await user.click(await screen.findByRole('button', { name: 'Apply to all 2 pictures' }));
    expect(await screen.findByRole('button', { name: 'Applied to 2 pictures' })).toBeInTheDocument();
    screen.getByRole('button', { name: /^Digit 2/ }).focus();
    await user.keyboard('{Enter}{Enter}');
    expect(await screen.findByRole('region', { name: 'Nothing left to check' })).toHaveTextContent('2 pictures');
    await user.keyboard('{PageDown}');
    expect(await screen.findByText('2 of 2')).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Digit 1: 8' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Next picture' })).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'other.png' })).toHaveFocus());
    expect(screen.getByLabelText('Expected format')).toHaveDisplayValue('Postal code');
    screen.getByRole('button', { name: 'Digit 1: 8' }).focus();
    await user.keyboard('{PageUp}');
    expect(await screen.findByText('1 of 2')).toBeInTheDocument();
  });
});
