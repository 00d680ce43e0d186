import { beforeAll, describe, expect, it } from 'vitest';
import { applyEdit } from '../../../corrections/apply-edit';
import { type Edit, emptyCharacter } from '../../../corrections/edit';
import { charactersOf } from '../../../corrections/fixed-reading';
import { uncorrected } from '../../../corrections/uncorrected';
import { testDigit, testRecognition } from '../../../numbers/test-recognition';
import { formatProbability } from '../../base/i18n/format-probability';
import { loadWords } from '../../base/i18n/i18n';
import { digitName, spokenEdit } from './fix-words';
import { spokenReading } from './spoken-reading';

beforeAll(() => loadWords('result'));

describe('spokenReading', () => {
  it('reads digit by digit and names the doubt', () => {
    const doubtful = testDigit(0, { probability: 0.6, maybe: 9, verdict: 'check' });
    expect(spokenReading(uncorrected(testRecognition([[testDigit(4), doubtful, testDigit(7)]])))).toBe(
      'Number 4 0 7; second digit uncertain, maybe 9',
    );
  });

  it('parts several numbers', () => {
    expect(spokenReading(uncorrected(testRecognition([[testDigit(4), testDigit(0)], [testDigit(7)]])))).toBe(
      '2 numbers: 4 0, 7',
    );
  });

  it('does not list every doubt of a long reading', () => {
    const doubtful = testDigit(1, { probability: 0.995, maybe: 7, verdict: 'check' });
    expect(spokenReading(uncorrected(testRecognition([Array(6).fill(doubtful)])))).toBe(
      'Number 1 1 1 1 1 1; first digit uncertain; second digit uncertain; third digit uncertain; 3 more to check',
    );
  });

  it('says that there is nothing', () => {
    expect(spokenReading(uncorrected(testRecognition([])))).toBe('No digits found');
  });
});

describe('spokenEdit', () => {
  const doubtful = testDigit(0, { probability: 0.6, maybe: 9, verdict: 'check' });
  const before = uncorrected(testRecognition([[testDigit(4), doubtful], [testDigit(7)]]));
  const blank = emptyCharacter({ x: 0, y: 0, width: 9, height: 9 });

  it.each<[Edit, boolean, string]>([
    [{ kind: 'replace', id: 1, code: '9' }, true, 'Digit 2 is 9; number 4 9; nothing left to check'],
    [{ kind: 'accept', id: 1 }, false, 'Digit 2 accepted; number 4 0'],
    [{ kind: 'remove', id: 0 }, false, 'Digit 1 removed'],
    [{ kind: 'add', character: blank, after: 2 }, false, 'Digit added; number 7 blank'],
    [{ kind: 'merge', id: 0, whole: blank }, false, 'Digits 1 and 2 are one; number blank'],
    [{ kind: 'split', id: 2, parts: [blank, blank] }, false, 'Digit 3 split in two; number blank blank'],
    [{ kind: 'relabel', codes: [{ id: 0, code: '1' }] }, false, '1 digit changed'],
  ])('%j', (edit, isAllChecked, words) => {
    expect(spokenEdit(edit, before, applyEdit(before, edit), isAllChecked)).toBe(words);
  });
});

describe('digitName', () => {
  const [first] = charactersOf(uncorrected(testRecognition([[testDigit(0, { probability: 0.6, maybe: 9 })]])));
  it.each([
    ['sure', 'Digit 2: 0'],
    ['check', 'Digit 2: 0, uncertain, maybe 9'],
    ['accepted', 'Digit 2: 0, accepted'],
    ['edited', 'Digit 2: 0, corrected'],
  ] as const)('%s', (status, name) => {
    expect(digitName({ ...first!, status }, 2)).toBe(name);
  });

  it('of a blank says that it is to be typed', () => {
    expect(digitName({ ...first!, code: null, status: 'check' }, 1)).toBe('Digit 1: blank, type a digit');
  });
});

describe('formatProbability', () => {
  it.each([
    [1, '100.0%'],
    [0.99996, '> 99.9%'],
    [0.612, '61.2%'],
    [0.0001, '< 0.1%'],
    [0, '0.0%'],
  ])('%d reads %s', (probability, words) => {
    expect(formatProbability(probability)).toBe(words);
  });
});
