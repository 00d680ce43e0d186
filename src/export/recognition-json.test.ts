import { describe, expect, it } from 'vitest';
import { success } from '../contract/result';
import { correctedReading, noCorrections, withEdit } from '../corrections/corrections';
import { labelledTable, sampleRecognition } from '../corrections/test-reading';
import { uncorrected } from '../corrections/uncorrected';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { readingJson, recognitionJson } from './recognition-json';

const RECOGNITION = testRecognition([[testDigit(4), testDigit(0, { probability: 0.6, maybe: 9, verdict: 'check' })]]);

describe('readingJson', () => {
  it('is what recognize prints, when nothing was corrected', () => {
    expect(readingJson('a.png', RECOGNITION, uncorrected(RECOGNITION))).toEqual(
      recognitionJson('a.png', success(RECOGNITION)),
    );
    expect(recognitionJson('a.png', success(RECOGNITION))).toMatchObject({
      version: 2,
      file: 'a.png',
      text: '40',
      lines: ['40'],
      digits: [
        { label: 4, confidence: 0.99, verdict: 'sure' },
        { label: 0, confidence: 0.6, verdict: 'check' },
      ],
      backend: 'cpu',
      model: 'test-1',
    });
  });

  it('tells what was put in by hand from what was read', () => {
    const [line = []] = uncorrected(RECOGNITION).lines;
    const edited = line.map((digit, index) =>
      index === 1 ? { ...digit, code: '9', status: 'edited' as const } : digit,
    );
    const added = { ...edited[0]!, id: 7, code: '8', status: 'edited' as const, prediction: null, glyph: null };
    const json = readingJson('a.png', RECOGNITION, {
      lines: [[...edited, added]],
      removed: [],
      leftOut: [],
      numbersAsRead: [],
      convention: 'any',
      script: 'latin',
      nextId: 8,
      tables: [],
      labels: [],
    });
    expect(json).toMatchObject({
      text: '498',
      digits: [
        { label: 4 },
        { label: 9, confidence: 0.4, verdict: 'edited' },
        { label: 8, confidence: null, verdict: 'edited', alternatives: [] },
      ],
    });
  });

  it('has numbers with their marks, what was struck out, and ink that is part of none', () => {
    const page = sampleRecognition(['-1.5? 12', '7'], {
      1: { doubts: ['unexplained-ink'], alternatives: [{ text: '1.2', confidence: 0.25 }] },
      2: { isStruckOut: true },
    });
    const counted = { ...page, lines: page.lines.slice(0, 1), text: '-1.5 12' };
    const ink = { kind: 'unexplained', box: { x: 1, y: 2, width: 3, height: 4 } } as const;
    const json = readingJson('a.png', { ...counted, otherInk: [ink], turned: 90 }, uncorrected(counted));
    expect(json).toMatchObject({
      text: '-1.5 12',
      lines: ['-1.5 12'],
      numbers: [
        { text: '-1.5', value: -1.5, kind: 'signed', verdict: 'check', digits: [0, 1], marks: [0, 1] },
        { text: '12', digits: [2, 3], marks: [], doubts: ['unexplained-ink'], alternatives: [{ text: '1.2' }] },
      ],
      digits: [{ label: 1 }, { label: 5 }, { label: 1 }, { label: 2 }],
      marks: [
        { mark: '-', confidence: 0.98, verdict: 'sure', box: { x: 0 } },
        { mark: '.', confidence: 0.98, verdict: 'sure', box: { x: 60 } },
      ],
      struckOut: [{ text: '7', box: { y: 60 } }],
      otherInk: [ink],
      turned: 90,
    });
  });

  it('has tables, cell by cell, with what a person made of their numbers', () => {
    const page = sampleRecognition(['12 7', '405']);
    const box = { x: 0, y: 0, width: 90.123, height: 60 };
    const rows = [[0, null, 2].map((numberIndex) => ({ numberIndex, box }))];
    const read = { ...page, tables: [{ rows }] };
    const cells = [0, null, 2].map((number) => ({ number, box: { ...box, width: 90.12 } }));
    expect(readingJson('a.png', read, uncorrected(read))).toMatchObject({ tables: [[cells]] });
    const { lines, ...rest } = uncorrected(read);
    const first = {
      ...rest,
      lines: [lines[0]!.slice(0, 2).map((each) => ({ ...each, isBeforeGap: false })), lines[1]!],
    };
    expect(readingJson('a.png', read, first)).toMatchObject({
      tables: [[[{ number: 0 }, { number: null }, { number: 1 }]]],
    });
  });
});

it('names the labels that were left out, and no longer once they are data', () => {
  const page = labelledTable(['1|2|3', '12|59|40'], { inRow: true, inColumn: false });
  expect(recognitionJson('a.png', success(page))).toMatchObject({
    text: '12 59 40',
    labels: [{ text: '1' }, { text: '2' }, { text: '3', box: { height: 30 } }],
    columnNames: [['1', '2', '3']],
    tables: [[[{ number: 0 }, { number: 1 }, { number: 2 }]]],
  });
  const back = withEdit(page, noCorrections(page), { kind: 'bring-back', table: 0 });
  const json = readingJson('a.png', page, correctedReading(page, back));
  expect(json).toMatchObject({ text: '1 2 3\n12 59 40' });
  expect(json).not.toHaveProperty('labels');
});
