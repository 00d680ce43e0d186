import { expect, it } from 'vitest';
import { CORRECTIONS_VERSION, correctedReading, noCorrections, withEdit } from './corrections';
import { readingText } from './fixed-reading';
import { type CorrectionsOfVersion1, storedCorrections, upgradeCorrections } from './stored-corrections';
import { sampleRecognition } from './test-reading';

const PAGE = sampleRecognition(['40?7 12', '9?81']);
const box = { x: 105, y: 2, width: 20, height: 30 };

/** As version 1.4.0 kept them. */
const STORED: CorrectionsOfVersion1 = {
  base: '407 12\n981',
  edits: [
    { kind: 'replace', id: 1, label: 9 },
    { kind: 'add', digit: { box, reading: null }, after: 2 },
    { kind: 'replace', id: 8, label: 6 },
    { kind: 'relabel', labels: [{ id: 3, label: 5 }] },
    { kind: 'accept', id: 5 },
    { kind: 'remove', id: 7 },
  ],
  undone: [{ kind: 'replace', id: 0, label: 1 }],
  expectation: { id: 'amount' },
};

it('corrections of digits by their values still apply', () => {
  const corrections = storedCorrections(PAGE, { version: 1, value: STORED });
  expect(readingText(correctedReading(PAGE, corrections))).toBe('4976 52\n98');
  expect(corrections.undone).toEqual([{ kind: 'replace', id: 0, code: '1' }]);
  expect(corrections.expectation).toEqual({ id: 'amount' });
});

it('those of today are left alone, those to come are not understood', () => {
  const value = { base: '407', edits: [], undone: [], expectation: { id: 'anything' } } as const;
  expect(upgradeCorrections({ version: 2, value })).toBe(value);
  expect(upgradeCorrections({ version: 3, value })).toBeNull();
});

it('of another reading or of a version to come are none', () => {
  const value = withEdit(PAGE, noCorrections(PAGE), { kind: 'remove', id: 0 });
  expect(storedCorrections(PAGE, null)).toEqual(noCorrections(PAGE));
  expect(storedCorrections(PAGE, { version: CORRECTIONS_VERSION + 1, value })).toEqual(noCorrections(PAGE));
  const other = sampleRecognition(['123']);
  expect(storedCorrections(other, { version: CORRECTIONS_VERSION, value })).toEqual(noCorrections(other));
});
