// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Recognition } from '../../../contract/recognition';
import { success } from '../../../contract/result';
import { sampleRecognition } from '../../../corrections/test-reading';
import { exportPictures } from '../../parts/export/export-pictures';
import { FakeRecognizer, openPage, pngFile, resetPage, stubBrowser } from '../../test-page';

const box = { x: 1, y: 2, width: 30, height: 4 };
/** A number that is doubtful as a whole, one with a doubtful point, and one that was struck out. */
const PAGE = sampleRecognition(['121 -264.?27', '88'], {
  0: { doubts: ['unexplained-ink'], alternatives: [{ text: '12.1', confidence: 0.31 }] },
  2: { isStruckOut: true },
});
const READING: Recognition = {
  ...PAGE,
  lines: PAGE.lines.slice(0, 1),
  text: '121 -264.27',
  otherInk: [
    { kind: 'ruling', box },
    { kind: 'unexplained', box: { ...box, y: 20 } },
  ],
};

beforeEach(stubBrowser);

afterEach(() => {
  resetPage();
  vi.unstubAllGlobals();
});

async function openResult(reading: Recognition = READING) {
  const recognizer = new FakeRecognizer();
  recognizer.answers.set('sheet.png', success(reading));
  const page = openPage(recognizer);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: [pngFile('sheet.png')] } });
  await screen.findByRole('button', { name: 'Add' });
  return page;
}

function written(): string {
  return within(screen.getByRole('group', { name: 'Digits' }))
    .getAllByRole('button')
    .map((button) => button.textContent?.charAt(0))
    .join('');
}

/** jsdom has no `Blob.text`. */
function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}

const tool = (name: string | RegExp) => screen.getByRole('button', { name });

describe('a number with marks', () => {
  it('is shown and spoken with them', async () => {
    await openResult();
    expect(written()).toBe('121-264.27');
    expect(tool('Mark 4: minus')).toBeInTheDocument();
    expect(tool('Mark 8: point, uncertain')).toBeInTheDocument();
    expect(
      screen.getByText(/^2 numbers: 1 2 1, minus 2 6 4 point 2 7; 1 2 1 to check: There is unexplained ink/),
    ).toBeInTheDocument();
    expect(screen.getByText('1 of 10 digits and marks, and 1 number as a whole to check')).toBeInTheDocument();
  });

  it('takes marks from the keyboard, and gives them back', async () => {
    const { user } = await openResult();
    await user.click(tool('Mark 8: point, uncertain'));
    await user.keyboard(',');
    expect(written()).toBe('121-264,27');
    expect(screen.getByText('Digit 8 is comma; number minus 2 6 4 comma 2 7')).toBeInTheDocument();
    await user.click(tool('Digit 10: 7'));
    await user.keyboard('{Insert}');
    await user.keyboard('%');
    expect(written()).toBe('121-264,27%');
    await user.click(tool('Mark 11: percent, corrected'));
    expect(screen.getByText('-264,27%: percentage, value -264.27')).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}{Control>}z{/Control}');
    expect(written()).toBe('121-264.27');
    expect(tool('Mark 8: point, uncertain')).toBeInTheDocument();
  });

  it('takes marks by touch, the rare ones too', async () => {
    const { user } = await openResult();
    await user.click(tool('Digit 1: 1'));
    await user.click(tool('It is slash'));
    expect(written()).toBe('/21-264.27');
    expect(screen.queryByRole('button', { name: 'It is euro' })).not.toBeInTheDocument();
    await user.click(tool('More'));
    await user.click(tool('Mark 1: slash, corrected'));
    await user.click(tool('It is euro'));
    expect(written()).toBe('€21-264.27');
  });

  it('is exported as it was corrected', async () => {
    const { user, services } = await openResult();
    await user.click(tool('Mark 8: point, uncertain'));
    await user.keyboard('{Enter}');
    await user.click(tool('Digit 3: 1'));
    await user.click(tool('It is percent'));
    await waitFor(async () =>
      expect(await services.history.list()).toMatchObject({ value: [{ reading: { text: '12% -264.27' } }] }),
    );
    const list = await services.history.list();
    const file = await exportPictures(services.history, list.ok ? list.value : [], 'json');
    const [json] = JSON.parse(file.ok ? await textOf(file.value.blob) : '[]');
    expect(json).toMatchObject({
      text: '12% -264.27',
      numbers: [
        { text: '12%', value: 12, kind: 'percent', verdict: 'check', doubts: ['unexplained-ink'] },
        { text: '-264.27', value: -264.27, verdict: 'sure' },
      ],
      marks: [{ mark: '%', verdict: 'edited' }, { mark: '-' }, { mark: '.', verdict: 'accepted' }],
      struckOut: [{ text: '88' }],
    });
  });
});

describe('a number that is doubtful as a whole', () => {
  it('says why, and is settled when it is accepted', async () => {
    const { user } = await openResult();
    expect(screen.getByText('There is unexplained ink beside it')).toBeInTheDocument();
    await user.click(tool('Accept 121'));
    expect(tool('Digit 1: 1, accepted')).toBeInTheDocument();
    await user.click(tool('Mark 8: point, uncertain'));
    await user.keyboard('{Enter}');
    expect(screen.getByText('10 digits and marks, none to check')).toBeInTheDocument();
  });

  it('becomes its other reading by one key', async () => {
    const { user } = await openResult();
    expect(tool('Or 12.1 (31.0%)')).toBeInTheDocument();
    await user.click(tool('Digit 2: 2'));
    await user.keyboard('a');
    expect(written()).toBe('12.1-264.27');
    expect(screen.getByText(/^Number changed/)).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    expect(written()).toBe('121-264.27');
  });

  it('never fits before it has been looked at', async () => {
    const { user } = await openResult(sampleRecognition(['121'], { 0: { doubts: ['readings-differ'] } }));
    await user.selectOptions(screen.getByLabelText('Expected format'), 'Whole number');
    expect(screen.getByText(/^Looks like a whole number, 1 place to check/)).toBeInTheDocument();
    await user.click(tool('Accept 121'));
    expect(screen.getByText(/^Looks like a whole number$/)).toBeInTheDocument();
  });

  it('has the value of the country that is chosen', async () => {
    const { user } = await openResult(sampleRecognition(['1,234']));
    expect(screen.getByText('1,234: whole number with separators')).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Separators'), '1.234.567,8');
    expect(screen.getByText('1,234: decimal number, value 1.234')).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Expected format'), 'Whole number');
    expect(screen.getByText(/^Does not fit/)).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Separators'), '1,234,567.8');
    expect(screen.getByText('1,234: whole number with separators, value 1,234')).toBeInTheDocument();
    expect(screen.getByText(/^Looks like /)).toBeInTheDocument();
  });

  it('gives its digits alone where these are expected', async () => {
    const { user } = await openResult(sampleRecognition(['12.1']));
    await user.selectOptions(screen.getByLabelText('Expected format'), 'Digits only');
    await user.click(tool('Change 12.1 to 121'));
    expect(written()).toBe('121');
  });
});

describe('all that is on the page', () => {
  it('is shown on the picture when asked for', async () => {
    const { user } = await openResult();
    const button = tool('Other ink on the page');
    expect(button).toHaveAttribute('aria-pressed', 'false');
    await user.click(button);
    const kinds = screen.getByRole('list', { name: 'Other ink on the page' });
    expect(kinds).toHaveTextContent('1 line or frame1 unexplained area');
  });

  it('names what was struck out', async () => {
    await openResult();
    expect(screen.getByText(/^Crossed out, not counted:/)).toHaveTextContent('88');
  });
});
