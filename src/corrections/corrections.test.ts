import { describe, expect, it } from 'vitest';
import { type Corrections, correctedReading, noCorrections, withEdit } from './corrections';
import { type Edit, emptyCharacter, readDigit } from './edit';
import { nextOpenCheck } from './fixed-number';
import { charactersOf, readingText } from './fixed-reading';
import { summarizeFixed } from './summarize-fixed';
import { sampleDigit, sampleRecognition } from './test-reading';

const PAGE = sampleRecognition(['40?7 12', '9?81']);

function corrected(...edits: Edit[]): Corrections {
  return edits.reduce((corrections, edit) => withEdit(PAGE, corrections, edit), noCorrections(PAGE));
}

function textAfter(...edits: Edit[]): string {
  return readingText(correctedReading(PAGE, corrected(...edits)));
}

const box = { x: 105, y: 2, width: 20, height: 30 };
const read = readDigit(sampleDigit(300, 2, [[5, 0.9]]));

describe('a correction', () => {
  it.each<[string, Edit[], string]>([
    ['none', [], '407 12\n981'],
    ['replaces a label', [{ kind: 'replace', id: 1, code: '9' }], '497 12\n981'],
    ['removes a digit', [{ kind: 'remove', id: 0 }], '07 12\n981'],
    ['keeps two numbers apart when the last digit of the first goes', [{ kind: 'remove', id: 2 }], '40 12\n981'],
    ['leaves no space at the end', [3, 4].map((id) => ({ kind: 'remove', id }) as const), '407\n981'],
    ['leaves no empty line', [5, 6, 7].map((id) => ({ kind: 'remove', id }) as const), '407 12'],
    ['adds after a digit', [{ kind: 'add', character: emptyCharacter(box), after: 0 }], '4_07 12\n981'],
    ['adds where its box is', [{ kind: 'add', character: { ...read, box }, after: null }], '4075 12\n981'],
    ['adds a line', [{ kind: 'add', character: { ...read, box: { ...box, y: 300 } }, after: null }], '407 12\n981\n5'],
    [
      'adds to no line at all',
      [0, 1, 2, 3, 4, 5, 6, 7]
        .map((id): Edit => ({ kind: 'remove', id }))
        .concat([{ kind: 'add', character: read, after: null }]),
      '5',
    ],
    [
      'writes a number between two others',
      [{ kind: 'write', box: { ...box, x: 140, width: 10 }, text: '-5.2' }],
      '407 -5.2 12\n981',
    ],
    [
      'writes a number into a line of its own',
      [{ kind: 'write', box: { ...box, y: 300 }, text: '61' }],
      '407 12\n981\n61',
    ],
    ['writes nothing', [{ kind: 'write', box, text: '' }], '407 12\n981'],
    ['clears a number', [{ kind: 'clear', id: 1 }], '12\n981'],
    ['clears the last number of a line', [{ kind: 'clear', id: 4 }], '407\n981'],
    ['splits a digit', [{ kind: 'split', id: 2, parts: [read, emptyCharacter(box)] }], '405_ 12\n981'],
    ['merges two digits', [{ kind: 'merge', id: 1, whole: read }], '45 12\n981'],
    ['merges across a space', [{ kind: 'merge', id: 2, whole: read }], '4052\n981'],
    ['does not merge the last digit of a line', [{ kind: 'merge', id: 4, whole: read }], '407 12\n981'],
    [
      'sets several labels at once',
      [
        {
          kind: 'relabel',
          codes: [
            { id: 0, code: '1' },
            { id: 7, code: '2' },
          ],
        },
      ],
      '107 12\n982',
    ],
  ])('%s', (_, edits, text) => {
    expect(textAfter(...edits)).toBe(text);
  });

  it('that changes nothing is no step', () => {
    expect(
      corrected({ kind: 'accept', id: 0 }, { kind: 'remove', id: 99 }, { kind: 'replace', id: 99, code: '1' }),
    ).toEqual(noCorrections(PAGE));
  });

  it('marks what a person accepted, typed or still has to type', () => {
    const corrections = corrected(
      { kind: 'accept', id: 1 },
      { kind: 'replace', id: 5, code: '9' },
      { kind: 'replace', id: 6, code: '3' },
      { kind: 'add', character: emptyCharacter(box), after: 7 },
    );
    const digits = charactersOf(correctedReading(PAGE, corrections));
    expect(digits.map(({ status }) => status)).toEqual([
      'sure',
      'accepted',
      'sure',
      'sure',
      'sure',
      'accepted',
      'edited',
      'sure',
      'check',
    ]);
  });

  it('leads on to the next digit to check, from the end to the start again', () => {
    const reading = correctedReading(PAGE, noCorrections(PAGE));
    expect([null, 1, 3, 5, 7].map((id) => nextOpenCheck(reading, id)?.id)).toEqual([1, 5, 5, 1, 1]);
    const last = correctedReading(PAGE, corrected({ kind: 'accept', id: 1 }));
    expect(nextOpenCheck(last, 5)).toBeNull();
  });

  it('is counted', () => {
    const corrections = corrected({ kind: 'replace', id: 1, code: '9' });
    expect(summarizeFixed(correctedReading(PAGE, corrections), corrections)).toEqual({
      text: '497 12\n981',
      digitCount: 8,
      openChecks: 1,
      lowestConfidence: 0.6,
      isEdited: true,
    });
    const agreed = corrected({ kind: 'accept', id: 1 }, { kind: 'accept', id: 5 });
    expect(summarizeFixed(correctedReading(PAGE, agreed), agreed)).toMatchObject({
      openChecks: 0,
      lowestConfidence: 0.99,
      isEdited: false,
    });
  });
});
