import * as v from 'valibot';
import { LETTER_CODES, MARK_CODES } from '../contract/characters';
import { CODE_PATTERNS } from '../contract/code-patterns';
import { NUMBER_CONVENTION_IDS } from '../contract/expectation';
import { FAILURE_KINDS } from '../contract/failure';
import { NUMBER_KINDS } from '../contract/number-kinds';
import { NUMERAL_SCRIPTS, SCRIPT_CHOICES } from '../contract/numeral-scripts';
import { DOUBTS, INK_KINDS, VERDICTS } from '../contract/recognition';
import { DIGIT_COUNTS, EXPECTATIONS } from '../corrections/expectations';

export const text = v.pipe(v.string(), v.maxLength(1_000_000));
export const words = v.pipe(v.string(), v.maxLength(4000));
export const finite = v.pipe(v.number(), v.finite());
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Rounding may leave a probability a little beside its range. */
const probability = v.pipe(finite, v.minValue(-0.001), v.maxValue(1.001));
export const label = v.pipe(count, v.maxValue(9));
export const box = v.object({ x: finite, y: finite, width: finite, height: finite });
const ranked = v.pipe(v.array(v.object({ label, probability })), v.maxLength(10));
export const prediction = { ranked, notDigitProbability: probability, verdict: v.picklist(VERDICTS) };
const numberVerdict = v.picklist(['sure', 'check']);
/** A glyph as `packGlyph` writes it. */
export const ink = {
  side: v.pipe(count, v.minValue(1), v.maxValue(128)),
  ink: v.pipe(v.string(), v.regex(/^(?:[\da-f]{2})*$/)),
};

interface PackedGlyph {
  readonly side: number;
  readonly ink: string;
}

export function isWholeGlyph({ side, ink }: PackedGlyph): boolean {
  return ink.length === 2 * side ** 2;
}

export const expectation = v.object({
  id: v.picklist(EXPECTATIONS.map((row) => row.id)),
  count: v.exactOptional(v.pipe(count, v.minValue(DIGIT_COUNTS.fewest), v.maxValue(DIGIT_COUNTS.most))),
  convention: v.exactOptional(v.picklist(NUMBER_CONVENTION_IDS)),
  pattern: v.exactOptional(v.picklist(CODE_PATTERNS.map(({ id }) => id))),
});

export const script = v.picklist(NUMERAL_SCRIPTS.map(({ id }) => id));

const digit = v.object({
  chosenToFit: v.exactOptional(v.picklist(['label', 'place'])),
  script: v.exactOptional(script),
  region: v.object({ box, score: finite }),
  prediction: v.object(prediction),
  glyph: v.pipe(
    v.object(ink),
    v.check((packed) => isWholeGlyph(packed)),
  ),
});

const mark = v.object({
  code: v.picklist([...MARK_CODES, ...LETTER_CODES]),
  box,
  confidence: probability,
  verdict: numberVerdict,
  chosenToFit: v.exactOptional(v.literal('label')),
});

const number = v.object({
  text: words,
  value: v.nullable(finite),
  kind: v.picklist(NUMBER_KINDS),
  characters: v.pipe(v.array(v.object({ kind: v.picklist(['digit', 'mark']), index: count })), v.minLength(1)),
  box,
  verdict: numberVerdict,
  confidence: probability,
  doubts: v.array(v.picklist(DOUBTS)),
  alternatives: v.array(v.object({ text: words, confidence: probability })),
  isStruckOut: v.boolean(),
  isLabel: v.exactOptional(v.literal(true)),
  scripts: v.exactOptional(v.pipe(v.array(script), v.maxLength(NUMERAL_SCRIPTS.length))),
});

const recognitionEntries = {
  imageWidth: finite,
  imageHeight: finite,
  digits: v.array(digit),
  text,
  modelVersion: words,
  backend: v.object({
    name: v.picklist(['webgl', 'wasm', 'cpu']),
    location: v.picklist(['worker', 'page', 'node']),
    reason: words,
  }),
  elapsedMs: finite,
  fit: v.exactOptional(v.object({ expectation, isMet: v.boolean(), leftOut: count })),
};

/** Backups of version 1 hold digits alone. */
const digitsOnly = v.pipe(
  v.object({ ...recognitionEntries, lines: v.array(v.object({ text, digitIndexes: v.array(count) })) }),
  v.check(({ lines, digits }) => lines.every((line) => line.digitIndexes.every((index) => index < digits.length))),
);

const table = v.pipe(
  v.object({
    rows: v.array(v.array(v.object({ numberIndex: v.nullable(count), box }))),
    labels: v.exactOptional(v.object({ inRow: v.boolean(), inColumn: v.boolean() })),
  }),
  v.check(({ rows }) => rows.every((row) => row.length === rows[0]!.length)),
);

const withMarks = v.pipe(
  v.object({
    ...recognitionEntries,
    marks: v.array(mark),
    numbers: v.array(number),
    otherInk: v.array(v.object({ kind: v.picklist(INK_KINDS), box })),
    lines: v.array(v.object({ text, numberIndexes: v.array(count) })),
    turned: v.exactOptional(v.picklist([90, 180, 270])),
    script: v.exactOptional(v.picklist(SCRIPT_CHOICES)),
    mayBeOther: v.exactOptional(v.literal(true)),
    scriptMissed: v.exactOptional(v.object({ script: v.picklist(SCRIPT_CHOICES), failure: v.picklist(FAILURE_KINDS) })),
    asItLies: v.exactOptional(v.literal(true)),
    // Version 2 began before tables were found.
    tables: v.exactOptional(v.array(table)),
  }),
  v.check(({ lines, numbers }) => lines.every((line) => line.numberIndexes.every((index) => index < numbers.length))),
  v.check(({ tables = [], numbers }) =>
    tables.every(({ rows }) => rows.flat().every(({ numberIndex }) => (numberIndex ?? -1) < numbers.length)),
  ),
  v.check(({ numbers, digits, marks }) =>
    numbers.every(({ characters }) =>
      characters.every(({ kind, index }) => index < (kind === 'digit' ? digits : marks).length),
    ),
  ),
);

/** What was read in a picture, in any form that backups hold. */
export const recognition = v.union([withMarks, digitsOnly]);
