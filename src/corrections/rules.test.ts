import { describe, expect, it } from 'vitest';
import { hasCheckDigit } from './check-digits';
import type { CheckDigitMethod, ColumnRule } from './column-rule';
import { ruleRow } from './column-rules';
import { type Corrections, correctedReading, noCorrections, withEdit } from './corrections';
import type { Edit } from './edit';
import { charactersOf, readingText } from './fixed-reading';
import { fixedTables, openCells } from './fixed-table';
import { ruleBreaks } from './rule-breaks';
import { choiceByRules, ruleProposals } from './rule-proposals';
import { sampleTable } from './test-reading';

describe('a rule for a column', () => {
  it.each<[ColumnRule, readonly string[], readonly string[]]>([
    [{ id: 'integer' }, ['7', '0', '1,234,567'], ['7.5', '5/27', '1/2/2026']],
    [{ id: 'decimal', places: 1 }, ['7.5', '0,5'], ['7', '7.25', '12:30']],
    [{ id: 'range', from: 0, to: 100 }, ['0', '100', '99.5'], ['101', '-1', '5/27']],
    [{ id: 'range', from: 10 }, ['10', '5000'], ['9']],
    [{ id: 'date' }, ['24.12.2025', '12/31/99'], ['31.2.2025', '7']],
    [{ id: 'list', ids: ['007', '12'] }, ['007', '12'], ['7', '13']],
    [{ id: 'check-digit', method: 'luhn' }, ['4539578763621486'], ['4539578763621487', '0', '4-']],
  ])('%j', (rule, fitting, others) => {
    const isFit = (text: string) => {
      const page = sampleTable([text]);
      const edit: Edit = { kind: 'set-rule', table: 0, column: 0, rule };
      return ruleBreaks(correctedReading(page, withEdit(page, noCorrections(page), edit))).length === 0;
    };
    for (const text of fitting) expect(isFit(text), text).toBe(true);
    for (const text of others) expect(isFit(text), text).toBe(false);
  });

  it.each<[CheckDigitMethod, string, boolean]>([
    ['ean', '4006381333931', true],
    ['ean', '978-0-306-40615-7', true],
    ['ean', '4006381333932', false],
    ['mod-11', '0-306-40615-2', true],
    ['mod-11', '097522980X', true],
    ['mod-11', '0975229801', false],
    ['luhn', '7', false],
  ])('check digits by %s: %s is %s', (method, text, isRight) => {
    expect(hasCheckDigit(text, method)).toBe(isRight);
  });
});

const SUM: Edit = { kind: 'set-rule', table: 0, column: 3, rule: { id: 'sum', columns: [0, 1, 2] } };
const TOTALS: Edit = { kind: 'set-total-row', table: 0, hasTotalRow: true };

function readingOf(rows: readonly string[], ...edits: readonly Edit[]) {
  const page = sampleTable(rows);
  const corrections = edits.reduce<Corrections>((done, edit) => withEdit(page, done, edit), noCorrections(page));
  return correctedReading(page, corrections);
}

describe('a sum of columns', () => {
  it('that is wrong says what it should be, and is a doubt until a person agrees', () => {
    const rows = ['12|15|9|36', '12|15|9|38', '4||0.5|4.5', '|||7'];
    const reading = readingOf(rows, SUM);
    expect(ruleBreaks(reading)).toMatchObject([{ row: 1, column: 3, text: '38', parts: ['12', '15', '9'], sum: 36 }]);
    const [table] = fixedTables(reading);
    expect(table!.rows[1]![3]!.numbers).toMatchObject([{ status: 'check', doubts: ['breaks-rule'] }]);
    expect(openCells(table!)).toBe(1);
    const [character] = table!.rows[1]![3]!.numbers[0]!.characters;
    const agreed = readingOf(rows, SUM, { kind: 'accept-number', id: character!.id });
    expect(openCells(fixedTables(agreed)[0]!)).toBe(0);
  });

  it('goes on without a column that is removed', () => {
    expect(ruleBreaks(readingOf(['1|2|4|7'], SUM, { kind: 'remove-column', table: 0, at: 1 }))).toMatchObject([
      { column: 2, parts: ['1', '4'], sum: 5 },
    ]);
  });

  it('chooses the only other reading that makes it right', () => {
    // '?' makes a digit doubtful: the next one up has 40 %.
    expect(ruleProposals(readingOf(['12|15?|9|37'], SUM))).toMatchObject([{ instead: '15', text: '16' }]);
    expect(ruleProposals(readingOf(['12|15|9|35?'], SUM))).toMatchObject([{ instead: '35', text: '36' }]);
    expect(ruleProposals(readingOf(['12|15?|8?|36'], SUM)), 'two would do').toEqual([]);
    expect(ruleProposals(readingOf(['12|15|9|38'], SUM)), 'none does').toEqual([]);
  });

  it('never touches what a person said', () => {
    const accepted = readingOf(['12|15?|9|37'], SUM, { kind: 'accept-number', id: 2 });
    expect(ruleProposals(accepted)).toEqual([]);
  });
});

describe('rules that choose by themselves', () => {
  const RANGE = { kind: 'set-rule', table: 0, column: 0, rule: { id: 'list', ids: ['12', '16'] } } as const;
  const rows = ['15?', '12', '19'];

  it('take the reading that fits, say so, leave it to be checked, and are undone in one step', () => {
    const choice = choiceByRules(readingOf(rows, RANGE), 0);
    expect(choice).toMatchObject({ kind: 'choose-by-rule', numbers: [{ text: '16' }] });
    const chosen = readingOf(rows, RANGE, choice!);
    expect(readingText(chosen)).toBe('16\n12\n19');
    const characters = charactersOf(chosen);
    expect(characters[1]).toMatchObject({ code: '6', status: 'check', chosenToFit: 'rule' });
    expect(characters[0]).toMatchObject({ code: '1', status: 'sure' });
    expect(characters[0], 'stays as it was read').not.toHaveProperty('chosenToFit');
    expect(openCells(fixedTables(chosen)[0]!), 'what they chose, and what breaks a rule').toBe(2);
    expect(choiceByRules(chosen, 0)).toBeNull();
    expect(readingText(readingOf(rows, RANGE))).toBe('15\n12\n19');
  });

  it('take no digit away that is written', () => {
    const other = { text: '1', confidence: 0.3 };
    const read = sampleTable(['15?']);
    const page = { ...read, numbers: read.numbers.map((number) => ({ ...number, alternatives: [other] })) };
    const edits: readonly Edit[] = [{ ...RANGE, rule: { id: 'list', ids: ['1'] } }];
    const reading = correctedReading(
      page,
      edits.reduce((done, edit) => withEdit(page, done, edit), noCorrections(page)),
    );
    expect(ruleProposals(reading), 'it is offered').toMatchObject([{ text: '1' }]);
    expect(choiceByRules(reading, 0)).toBeNull();
  });

  it('choose nothing in another table, and nothing against a person', () => {
    expect(choiceByRules(readingOf(rows, RANGE), 1)).toBeNull();
    expect(choiceByRules(readingOf(rows, RANGE, { kind: 'accept-number', id: 0 }), 0)).toBeNull();
  });
});

describe('a row of totals', () => {
  it('adds up each column that has numbers', () => {
    const reading = readingOf(['1|007', '2|008', '4|015'], TOTALS, {
      kind: 'set-rule',
      table: 0,
      column: 1,
      rule: { id: 'list', ids: ['007', '008'] },
    });
    expect(ruleBreaks(reading)).toMatchObject([{ row: 2, column: 0, rule: null, parts: ['1', '2'], sum: 3 }]);
  });

  it('may exceed the range of its column, and ends with its row', () => {
    const range: Edit = { kind: 'set-rule', table: 0, column: 0, rule: { id: 'range', from: 0, to: 10 } };
    expect(ruleBreaks(readingOf(['8', '9', '17'], TOTALS, range))).toEqual([]);
    expect(ruleBreaks(readingOf(['8', '9', '18'], TOTALS, { kind: 'remove-row', table: 0, at: 2 }))).toEqual([]);
  });
});

it('only a sum asks for columns', () => {
  expect(ruleRow('sum').asks).toBe('columns');
});
