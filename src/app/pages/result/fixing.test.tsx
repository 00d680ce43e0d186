// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failed, success } from '../../../contract/result';
import { testDigit, testRecognition } from '../../../numbers/test-recognition';
import { chequeRecognizer, digits, focused, openResult, tool } from '../../test-cheque';
import { type FakeRecognizer, openPage, resetPage, stubBrowser } from '../../test-page';

let recognizer: FakeRecognizer;

beforeEach(() => {
  stubBrowser();
  recognizer = chequeRecognizer();
});

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

describe('correcting with the keyboard', () => {
  it('goes from check to check, says what happened, and undoes it all', async () => {
    const { user } = await openResult(recognizer);
    await waitFor(() => expect(focused()).toBe('Digit 2: 0, uncertain, maybe 9'));
    await user.keyboard('9');
    expect(focused()).toBe('Digit 4: 1, uncertain, maybe 7');
    expect(screen.getByText('Digit 2 is 9; number 4 9 7 1')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(digits()).toBe('4971');
    expect(screen.getByText('4 digits, none to check')).toBeInTheDocument();
    expect(screen.getByText('corrected by you')).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    expect(focused()).toBe('Digit 4: 1, uncertain, maybe 7');
    await user.keyboard('{Control>}z{/Control}');
    expect(digits()).toBe('4071');
    expect(focused()).toBe('Digit 2: 0, uncertain, maybe 9');
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(digits()).toBe('4971');
  });

  it('removes, adds, splits and merges', async () => {
    const { user } = await openResult(recognizer);
    await waitFor(() => expect(focused()).toMatch(/^Digit 2/));
    await user.keyboard('{Delete}');
    expect(digits()).toBe('471');
    await user.keyboard('{Home}{Insert}');
    expect(digits()).toBe('4_71');
    expect(focused()).toBe('Digit 2: blank, type a digit');
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

  it('is left with one Tab and with Escape; N and P go to what is to be checked', async () => {
    const { user } = await openResult(recognizer);
    await waitFor(() => expect(focused()).toMatch(/^Digit 2/));
    await user.keyboard('n');
    expect(focused()).toMatch(/^Digit 4/);
    await user.keyboard('p');
    expect(focused()).toMatch(/^Digit 2/);
    await user.tab({ shift: true });
    expect(focused()).not.toMatch(/^Digit \d:/);
    await user.tab();
    expect(focused()).toMatch(/^Digit 2/);
    await user.tab();
    expect(screen.getByLabelText('Digits in the picture')).toHaveFocus();
    await user.tab({ shift: true });
    await user.keyboard('{Escape}');
    expect(tool('Accept')).toHaveFocus();
  });

  it('does not accept what nobody has seen while Enter is held down', async () => {
    await openResult(recognizer);
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
    const { user, services } = await openResult(recognizer);
    services.settings.change({ caution: 'cautious' });
    await user.click(screen.getByRole('button', { name: 'Digit 1: 4' }));
    await user.keyboard('m');
    expect(await screen.findByRole('button', { name: 'Digit 1: 8, uncertain' })).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    services.settings.change({ caution: 'balanced' });
    await user.click(screen.getByRole('button', { name: 'Digit 1: 4' }));
    await user.keyboard('m');
    expect(await screen.findByRole('button', { name: 'Digit 1: 8' })).toBeInTheDocument();
  });
});

describe('correcting by touch', () => {
  it('has a pad and tools for everything', async () => {
    const { user } = await openResult(recognizer);
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
    const { user } = await openResult(recognizer, 'blank.png');
    expect(screen.getByRole('heading', { name: 'No digits found' })).toBeInTheDocument();
    await user.click(tool('Add'));
    expect(screen.getByText(/^Draw a box around the missing digit/)).toBeInTheDocument();
    expect(tool('Undo')).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('corrections', () => {
  it('are there after a reload, can still be undone, and stand in the list', async () => {
    const { user, services } = await openResult(recognizer);
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
    const { user, services } = await openResult(recognizer);
    services.history.saveCorrections = async () => failed({ kind: 'storage-full' });
    await user.click(tool('It is 9'));
    expect(await screen.findByText(/storage is full/)).toBeInTheDocument();
    expect(digits()).toBe('4971');
  });
});

describe('why', () => {
  it('is computed when asked for', async () => {
    const run = vi.spyOn(recognizer, 'run');
    const { user } = await openResult(recognizer);
    expect(run.mock.calls.map(([kind]) => kind)).toEqual(['recognize']);
    await user.click(tool('Why 9?'));
    expect(await screen.findByText(/No single part decides/)).toBeInTheDocument();
    expect(run).toHaveBeenLastCalledWith('explain', expect.objectContaining({ label: 9 }), expect.anything());
    await user.click(tool('Why 9?'));
    expect(screen.queryByText(/No single part/)).not.toBeInTheDocument();
  });
});
