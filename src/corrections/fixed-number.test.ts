import { describe, expect, it } from 'vitest';
import type { NumberConventionId } from '../contract/expectation';
import { applyEdit } from './apply-edit';
import { correctedReading, noCorrections } from './corrections';
import { type Edit, emptyCharacter } from './edit';
import { fixedNumbers, nextOpenCheck, openChecks } from './fixed-number';
import { charactersOf, type FixedReading } from './fixed-reading';
import { sampleRecognition } from './test-reading';
import { uncorrected } from './uncorrected';

/** Digits have the ids 0 to 6, the marks 7 ('-') and 8 ('.'). */
const PAGE = sampleRecognition(['-264.2?7 12'], {
  1: { doubts: ['unexplained-ink', 'readings-differ'], alternatives: [{ text: '1.2', confidence: 0.3 }] },
});
const READING = uncorrected(PAGE);
const edited = (...edits: Edit[]): FixedReading => edits.reduce(applyEdit, READING);
const numbersAfter = (...edits: Edit[]) => fixedNumbers(edited(...edits));

describe('a number as it stands', () => {
  it('is what was read, before any correction', () => {
    expect(numbersAfter()).toMatchObject([
      { text: '-264.27', value: -264.27, kind: 'signed', status: 'check', doubts: ['unclear-character'] },
      { text: '12', value: 12, status: 'check', doubts: ['unexplained-ink', 'readings-differ'] },
    ]);
    expect(numbersAfter()[1]).toMatchObject({ alternatives: [{ text: '1.2' }], confidence: expect.closeTo(0.98, 2) });
  });

  it.each<[string, Edit[], object]>([
    ['a mark is replaced', [{ kind: 'replace', id: 8, code: ',' }], { text: '-264,27', value: -264.27 }],
    ['a mark is removed', [{ kind: 'remove', id: 7 }], { text: '264.27', value: 264.27, kind: 'decimal' }],
    [
      'a digit becomes a mark',
      [{ kind: 'replace', id: 4, code: '%' }],
      { text: '-264.2%', kind: 'percent', value: -264.2 },
    ],
    [
      'a grouping cannot be',
      [
        { kind: 'replace', id: 7, code: '1' },
        { kind: 'replace', id: 1, code: ',' },
      ],
      { text: '12,4.27', value: null },
    ],
  ])('follows its characters when %s', (_, edits, number) => {
    expect(numbersAfter(...edits)[0]).toMatchObject(number);
  });

  it('doubts a grouping that cannot be, and no more when a person accepts it', () => {
    const edits: Edit[] = [
      { kind: 'replace', id: 7, code: '1' },
      { kind: 'replace', id: 1, code: ',' },
      { kind: 'accept', id: 3 },
    ];
    expect(numbersAfter(...edits)[0]).toMatchObject({ status: 'check', doubts: ['impossible-grouping'] });
    expect(numbersAfter(...edits, { kind: 'accept-number', id: 0 })[0]).toMatchObject({ status: 'edited', doubts: [] });
  });

  it.each([[[]], [['unclear-character']]] as const)(
    'stays doubtful where only the number is, with the doubts %j',
    (doubts) => {
      const reading = uncorrected(sampleRecognition(['407'], { 0: { verdict: 'check', doubts } }));
      expect(fixedNumbers(reading)[0]).toMatchObject({ status: 'check', doubts: ['unclear-character'] });
      const changed = applyEdit(reading, { kind: 'replace', id: 0, code: '9' });
      expect(fixedNumbers(changed)[0]).toMatchObject({ status: 'check' });
      expect(fixedNumbers(applyEdit(changed, { kind: 'accept-number', id: 1 }))[0]).toMatchObject({ status: 'edited' });
    },
  );

  it('has the value that it has where it is written', () => {
    const page = sampleRecognition(['1,234']);
    const valueIn = (convention?: NumberConventionId) => {
      const expectation = { id: 'anything', ...(convention && { convention }) } as const;
      return fixedNumbers(correctedReading(page, { ...noCorrections(page), expectation }))[0]?.value;
    };
    expect([valueIn(), valueIn('western'), valueIn('continental')]).toEqual([null, 1234, 1.234]);
  });

  it('takes a mark that is typed in', () => {
    const character = emptyCharacter({ x: 350, y: 0, width: 9, height: 9 });
    const typed = numbersAfter({ kind: 'add', character, after: 6 }, { kind: 'replace', id: 9, code: '%' });
    expect(typed[1]).toMatchObject({ text: '12%', kind: 'percent', value: 12, confidence: null, alternatives: [] });
  });

  it('keeps doubts about the place, not about the text, when the text changes', () => {
    expect(numbersAfter({ kind: 'replace', id: 6, code: '3' })[1]).toMatchObject({ doubts: ['unexplained-ink'] });
  });

  it('is settled when it is accepted as a whole', () => {
    const settled = numbersAfter({ kind: 'accept-number', id: 5 });
    expect(settled[1]).toMatchObject({ status: 'accepted', doubts: [], confidence: null });
    expect(applyEdit(READING, { kind: 'accept', id: 5 }), 'no character of it is doubtful').toBe(READING);
  });

  it('is not accepted while a character is blank', () => {
    const blank = edited({ kind: 'add', character: emptyCharacter({ x: 350, y: 0, width: 9, height: 9 }), after: 6 });
    expect(applyEdit(blank, { kind: 'accept-number', id: 5 })).toBe(blank);
  });
});

describe('another reading of a number', () => {
  it('keeps the characters that are in both, and puts what is new between them', () => {
    const rewritten = edited({ kind: 'rewrite', id: 6, text: '1.2' });
    expect(fixedNumbers(rewritten)[1]).toMatchObject({ text: '1.2', value: 1.2, status: 'edited', doubts: [] });
    const [one, point, two] = fixedNumbers(rewritten)[1]!.characters;
    expect([one, two]).toMatchObject([
      { id: 5, status: 'accepted' },
      { id: 6, status: 'accepted' },
    ]);
    expect(point).toMatchObject({ id: 9, code: '.', status: 'edited' });
    expect(point!.box.x).toBeGreaterThan(one!.box.x);
    expect(point!.box.x).toBeLessThan(two!.box.x);
    expect(rewritten.nextId).toBe(10);
  });

  it('shows what it drops as removed', () => {
    const rewritten = edited({ kind: 'rewrite', id: 0, text: '64.27' });
    expect(rewritten.removed.map(({ code }) => code)).toEqual(['-', '2']);
    expect(charactersOf(rewritten)).toHaveLength(7);
  });

  it.each(['', '12'])('that is "%s" changes nothing', (text) => {
    expect(edited({ kind: 'rewrite', id: 5, text })).toBe(READING);
  });
});

describe('what asks for a look', () => {
  it('is a doubtful character, and the first one of a number that is doubtful as a whole', () => {
    expect(openChecks(READING).map(({ id }) => id)).toEqual([3, 5]);
    expect([null, 3, 5].map((id) => nextOpenCheck(READING, id)?.id)).toEqual([3, 5, 3]);
    expect(openChecks(edited({ kind: 'accept', id: 3 }, { kind: 'accept-number', id: 6 }))).toEqual([]);
  });
});
