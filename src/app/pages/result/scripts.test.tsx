// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NumeralScriptId, ScriptChoice } from '../../../contract/numeral-scripts';
import type { Recognition } from '../../../contract/recognition';
import { failed, success } from '../../../contract/result';
import { sampleRecognition } from '../../../corrections/test-reading';
import { testDigit } from '../../../numbers/test-recognition';
import { FakeRecognizer, openPage, pngFile, resetPage, stubBrowser } from '../../test-page';

vi.mock('../../../inference/model-pins', () => ({ MODEL_PINS: {}, MODEL_BYTES: { scripts: 240_000 } }));

beforeEach(stubBrowser);

afterEach(() => {
  resetPage();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** The same digits, each number with the scripts that it may be written in. */
function readAs(recognition: Recognition, asked: ScriptChoice, scripts: readonly NumeralScriptId[]): Recognition {
  return {
    ...recognition,
    script: asked,
    digits: recognition.digits.map((digit) => ({ ...digit, script: scripts[0]! })),
    numbers: recognition.numbers.map((number) => ({ ...number, ...(scripts.length > 1 && { scripts }) })),
  };
}

const LATIN = sampleRecognition(['286']);
const DEVANAGARI = readAs(sampleRecognition(['247']), 'devanagari', ['devanagari']);

async function openResult(reading: Recognition, recognizer = new FakeRecognizer()) {
  recognizer.answers.set('sheet.png', success(reading));
  const { services, user } = openPage(recognizer);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: [pngFile('sheet.png')] } });
  await screen.findByRole('button', { name: 'Add' });
  const [id = ''] = services.queue.state.get().jobs.keys();
  await services.queue.settled([id]);
  return { recognizer, services, user, id };
}

const menu = () => screen.getByRole('combobox', { name: 'Digits in the picture' });

describe('the numeral script of a picture', () => {
  it('is chosen in a menu of all scripts, which reads the picture again at once, and is taken back with its corrections', async () => {
    const { recognizer, services, user, id } = await openResult(LATIN);
    expect(within(menu()).getAllByRole('option')).toHaveLength(11);
    expect(menu()).toHaveValue('latin');
    fireEvent.keyDown(screen.getByRole('button', { name: /^Digit 1: 2/ }), { key: '9' });
    await screen.findByRole('button', { name: /^Digit 1: 9/ });
    await vi.waitFor(async () => {
      const upload = await services.history.find(id);
      expect(upload.ok && upload.value?.reading?.isEdited).toBe(true);
    });

    recognizer.answers.set('sheet.png', success(DEVANAGARI));
    await user.selectOptions(menu(), 'devanagari');
    expect(await screen.findByText('Read as Devanagari')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Digit 1: २/ })).toBeInTheDocument();
    expect(recognizer.scripts).toEqual(['latin', 'devanagari']);
    await services.queue.settled([id]);

    await user.click(screen.getByRole('button', { name: 'Undo change of digits' }));
    expect(await screen.findByRole('button', { name: /^Digit 1: 9/ })).toBeInTheDocument();
    expect(menu()).toHaveValue('latin');
    expect(screen.queryByRole('button', { name: 'Undo change of digits' })).not.toBeInTheDocument();
  });

  it('stays when the picture is read again after a reload', async () => {
    const { recognizer, services, user, id } = await openResult(LATIN);
    recognizer.answers.set('sheet.png', success(DEVANAGARI));
    await user.selectOptions(menu(), 'devanagari');
    await screen.findByText('Read as Devanagari');
    await services.queue.settled([id]);
    const reloaded = openPage(recognizer, `#/result/${id}`);
    await screen.findByText('Read as Devanagari');
    reloaded.services.queue.read(id, { id, name: 'sheet.png', createdAt: 0, batchId: null });
    await vi.waitFor(() => expect(recognizer.scripts).toEqual(['latin', 'devanagari', 'devanagari']));
  });
});

describe('the key D', () => {
  it('reads the number in the next script that the reader names, and undoing takes that back', async () => {
    const { recognizer } = await openResult(readAs(sampleRecognition(['25']), 'auto', ['devanagari', 'gujarati']));
    expect(screen.getByText('Read as Devanagari')).toBeInTheDocument();
    recognizer.regions = success([
      { ...testDigit(3), script: 'gujarati' },
      { ...testDigit(4), script: 'gujarati' },
    ]);
    const first = screen.getByRole('button', { name: /^Digit 1: २/ });
    fireEvent.keyDown(first, { key: 'd' });
    expect(await screen.findByRole('button', { name: /^Digit 1: ૩/ })).toBeInTheDocument();
    expect(recognizer.scripts.at(-1)).toBe('gujarati');
    expect(screen.getByText('Read as Gujarati')).toBeInTheDocument();
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(await screen.findByRole('button', { name: /^Digit 1: २/ })).toBeInTheDocument();
  });

  it('goes to the menu where the reader names no other script', async () => {
    await openResult(LATIN);
    fireEvent.keyDown(screen.getByRole('button', { name: /^Digit 1: 2/ }), { key: 'D' });
    expect(menu()).toHaveFocus();
  });
});

describe('digits that look like no Latin ones', () => {
  it('are offered to be read as what they are, with the size of what is loaded', async () => {
    const { recognizer, services, user } = await openResult({ ...LATIN, mayBeOther: true });
    recognizer.answers.set('sheet.png', success(readAs(sampleRecognition(['247']), 'auto', ['thai', 'latin'])));
    await user.click(screen.getByRole('button', { name: 'Load other scripts (240 kB) and read again' }));
    expect(await screen.findByText('Read as Thai')).toBeInTheDocument();
    expect(recognizer.scripts).toEqual(['latin', 'auto']);
    // New pictures are read so from now on.
    expect(services.settings.state.get().hasScripts).toBe(true);
  });

  it('are named by the language of the browser', async () => {
    vi.stubGlobal('navigator', Object.create(navigator, { languages: { value: ['en', 'th-TH'] } }));
    await openResult({ ...LATIN, mayBeOther: true });
    expect(screen.getByText(/^These may be Thai digits/)).toBeInTheDocument();
  });

  it('are read as Latin with a doubt where their reader does not load, and it can be tried again', async () => {
    const recognizer = new FakeRecognizer();
    recognizer.otherScripts = failed({ kind: 'model-unavailable', detail: 'scripts/manifest.json' });
    const { services, user } = await openResult(LATIN, recognizer);
    await user.selectOptions(menu(), 'kannada');
    expect(await screen.findByText(/Kannada digits could not be loaded, .* Check the connection/)).toBeInTheDocument();
    expect(recognizer.scripts).toEqual(['latin', 'latin']);
    expect(menu()).toHaveValue('kannada');
    const [id = ''] = services.queue.state.get().jobs.keys();
    await services.queue.settled([id]);
    const reading = await services.history.reading(id);
    const numbers = reading.ok ? (reading.value?.recognition.numbers ?? []) : [];
    expect(numbers.map(({ doubts }) => doubts)).toEqual([['unclear-script']]);

    recognizer.otherScripts = success('scripts test');
    recognizer.answers.set('sheet.png', success(readAs(sampleRecognition(['247']), 'kannada', ['kannada'])));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Read as Kannada')).toBeInTheDocument();
  });
});

describe('the script of new pictures', () => {
  it('is chosen in Settings, which loads its reader', async () => {
    const recognizer = new FakeRecognizer();
    const { user, services } = openPage(recognizer, '#/settings');
    const choice = await screen.findByRole('combobox', { name: 'Digits in pictures' });
    expect(choice).toHaveValue('auto');
    expect(screen.getByText('The other scripts are not loaded yet (240 kB).')).toBeInTheDocument();
    await user.selectOptions(choice, 'persian');
    expect(await screen.findByText('The other scripts are loaded (240 kB).')).toBeInTheDocument();
    expect(services.settings.state.get()).toMatchObject({ script: 'persian', hasScripts: true });
    await openResult(LATIN, recognizer);
    expect(recognizer.scripts).toEqual(['persian']);
  });

  it('says when its reader does not load', async () => {
    const recognizer = new FakeRecognizer();
    recognizer.otherScripts = failed({ kind: 'model-unavailable' });
    const { user } = openPage(recognizer, '#/settings');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Digits in pictures' }), 'thai');
    expect(await screen.findByText('The reader could not be loaded')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('is told by itself where a language of the person has digits of its own, and Latin elsewhere', async () => {
    const { recognizer } = await openResult(LATIN);
    expect(recognizer.scripts).toEqual(['latin']);
    resetPage();
    vi.stubGlobal('navigator', Object.create(navigator, { languages: { value: ['hi-IN'] } }));
    await openResult(LATIN, recognizer);
    expect(recognizer.scripts).toEqual(['latin', 'auto']);
  });
});
