import * as v from 'valibot';
import { CHARACTERS, MARK_CODES } from '../contract/characters';
import { NUMBER_CONVENTION_IDS } from '../contract/expectation';
import { FAILURE_KINDS, type RecognitionFailure } from '../contract/failure';
import { DOUBTS, INK_KINDS, NUMBER_KINDS, VERDICTS } from '../contract/recognition';
import { CORRECTIONS_VERSION } from '../corrections/corrections';
import type { Edit } from '../corrections/edit';
import { DIGIT_COUNTS, EXPECTATIONS } from '../corrections/expectations';
import type { EditOfVersion1, VersionedCorrections } from '../corrections/stored-corrections';
import { BACKUP_FORMAT } from './backup-format';

const text = v.pipe(v.string(), v.maxLength(1_000_000));
const words = v.pipe(v.string(), v.maxLength(4000));
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Rounding may leave a probability a little beside its range. */
const probability = v.pipe(finite, v.minValue(-0.001), v.maxValue(1.001));
const label = v.pipe(count, v.maxValue(9));
const box = v.object({ x: finite, y: finite, width: finite, height: finite });
const ranked = v.pipe(v.array(v.object({ label, probability })), v.maxLength(10));
const prediction = { ranked, notDigitProbability: probability, verdict: v.picklist(VERDICTS) };
const numberVerdict = v.picklist(['sure', 'check']);
/** A glyph as `packGlyph` writes it. */
const ink = {
  side: v.pipe(count, v.minValue(1), v.maxValue(128)),
  ink: v.pipe(v.string(), v.regex(/^(?:[\da-f]{2})*$/)),
};

interface PackedGlyph {
  readonly side: number;
  readonly ink: string;
}

function isWholeGlyph({ side, ink }: PackedGlyph): boolean {
  return ink.length === 2 * side ** 2;
}

const expectation = v.object({
  id: v.picklist(EXPECTATIONS.map((row) => row.id)),
  count: v.exactOptional(v.pipe(count, v.minValue(DIGIT_COUNTS.fewest), v.maxValue(DIGIT_COUNTS.most))),
  convention: v.exactOptional(v.picklist(NUMBER_CONVENTION_IDS)),
});

const digit = v.object({
  chosenToFit: v.exactOptional(v.picklist(['label', 'place'])),
  region: v.object({ box, score: finite }),
  prediction: v.object(prediction),
  glyph: v.pipe(
    v.object(ink),
    v.check((packed) => isWholeGlyph(packed)),
  ),
});

const mark = v.object({ code: v.picklist(MARK_CODES), box, confidence: probability, verdict: numberVerdict });

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

const withMarks = v.pipe(
  v.object({
    ...recognitionEntries,
    marks: v.array(mark),
    numbers: v.array(number),
    otherInk: v.array(v.object({ kind: v.picklist(INK_KINDS), box })),
    lines: v.array(v.object({ text, numberIndexes: v.array(count) })),
    turned: v.exactOptional(v.picklist([90, 180, 270])),
    asItLies: v.exactOptional(v.literal(true)),
  }),
  v.check(({ lines, numbers }) => lines.every((line) => line.numberIndexes.every((index) => index < numbers.length))),
  v.check(({ numbers, digits, marks }) =>
    numbers.every(({ characters }) =>
      characters.every(({ kind, index }) => index < (kind === 'digit' ? digits : marks).length),
    ),
  ),
);

const recognition = v.union([withMarks, digitsOnly]);

const newCharacter = v.object({
  box,
  reading: v.nullable(
    v.pipe(
      v.object({ ...prediction, ...ink }),
      v.check((packed) => isWholeGlyph(packed)),
    ),
  ),
});

const code = v.picklist(CHARACTERS.filter((row) => row.kind !== 'other').map((row) => row.code));

/** Edits that are the same in both versions. */
const sameEdits = [
  v.object({ kind: v.literal('accept'), id: count }),
  v.object({ kind: v.literal('remove'), id: count }),
  v.object({ kind: v.literal('split'), id: count, parts: v.tuple([newCharacter, newCharacter]) }),
  v.object({ kind: v.literal('merge'), id: count, whole: newCharacter }),
] as const;

const edit = v.variant('kind', [
  ...sameEdits,
  v.object({ kind: v.literal('replace'), id: count, code }),
  v.object({ kind: v.literal('accept-number'), id: count }),
  v.object({ kind: v.literal('add'), character: newCharacter, after: v.nullable(count) }),
  v.object({ kind: v.literal('relabel'), codes: v.array(v.object({ id: count, code })) }),
  v.object({ kind: v.literal('rewrite'), id: count, text: words }),
]) satisfies v.GenericSchema<unknown, Edit>;

const editOfVersion1 = v.variant('kind', [
  ...sameEdits,
  v.object({ kind: v.literal('replace'), id: count, label }),
  v.object({ kind: v.literal('add'), digit: newCharacter, after: v.nullable(count) }),
  v.object({ kind: v.literal('relabel'), labels: v.array(v.object({ id: count, label })) }),
]) satisfies v.GenericSchema<unknown, EditOfVersion1>;

const corrections = v.variant('version', [
  v.object({
    version: v.literal(CORRECTIONS_VERSION),
    value: v.object({ base: text, edits: v.array(edit), undone: v.array(edit), expectation }),
  }),
  v.object({
    version: v.literal(1),
    value: v.object({ base: text, edits: v.array(editOfVersion1), undone: v.array(editOfVersion1), expectation }),
  }),
]) satisfies v.GenericSchema<unknown, VersionedCorrections>;

const reading = v.object({ recognition, corrections: v.nullable(corrections) });

const failure = v.object({
  kind: v.picklist(FAILURE_KINDS),
  fileName: v.exactOptional(words),
  foundFormat: v.exactOptional(words),
  detail: v.exactOptional(text),
}) satisfies v.GenericSchema<unknown, RecognitionFailure>;

/** What `uploads/<number>.json` says. */
export const UPLOAD_SCHEMA = v.object({
  // It stands in addresses and names records, so that nothing else may stand in it.
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  name: words,
  mime: words,
  createdAt: v.pipe(count, v.maxValue(8.64e15)),
  batchId: v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))),
  place: v.exactOptional(count),
  failure: v.nullable(failure),
  /** Media type of the thumbnail; null when there is none. */
  thumbnail: v.nullable(v.picklist(['image/webp', 'image/png', 'image/jpeg'])),
  /** The reading that counts, and the one beside it to be compared. */
  current: v.nullable(reading),
  other: v.nullable(reading),
});

export type UploadJson = v.InferOutput<typeof UPLOAD_SCHEMA>;
export type ReadingJson = v.InferOutput<typeof reading>;

/** What every version of `backup.json` says. */
export const FORMAT_SCHEMA = v.object({ format: v.literal(BACKUP_FORMAT), version: count });

/** What `backup.json` says. */
export const MANIFEST_SCHEMA = v.object({
  ...FORMAT_SCHEMA.entries,
  /** Milliseconds since 1970. */
  createdAt: count,
  uploadCount: count,
  /** The person's choices, understood by whoever wrote them. */
  settings: v.record(v.string(), v.union([v.string(), finite, v.boolean()])),
});

export type ManifestJson = v.InferOutput<typeof MANIFEST_SCHEMA>;
