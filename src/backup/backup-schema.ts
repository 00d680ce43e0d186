import * as v from 'valibot';
import { WRITTEN_CODES } from '../contract/characters';
import { FAILURE_KINDS, type RecognitionFailure } from '../contract/failure';
import { CHECK_DIGIT_METHODS, type ColumnRule, RULE_IDS } from '../corrections/column-rule';
import { CORRECTIONS_VERSION } from '../corrections/corrections';
import type { Edit } from '../corrections/edit';
import type { EditOfVersion1, VersionedCorrections } from '../corrections/stored-corrections';
import { BACKUP_FORMAT } from './backup-format';
import {
  box,
  count,
  expectation,
  finite,
  ink,
  isWholeGlyph,
  label,
  prediction,
  recognition,
  script,
  text,
  words,
} from './recognition-schema';

const newCharacter = v.object({
  box,
  reading: v.nullable(
    v.pipe(
      v.object({ ...prediction, ...ink }),
      v.check((packed) => isWholeGlyph(packed)),
    ),
  ),
});

const code = v.picklist(WRITTEN_CODES);

const columnRule = v.object({
  id: v.picklist(RULE_IDS),
  places: v.exactOptional(count),
  from: v.exactOptional(finite),
  to: v.exactOptional(finite),
  ids: v.exactOptional(v.array(words)),
  method: v.exactOptional(v.picklist(CHECK_DIGIT_METHODS)),
  columns: v.exactOptional(v.array(count)),
}) satisfies v.GenericSchema<unknown, ColumnRule>;

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
  v.object({
    kind: v.literal('read-as'),
    id: count,
    script,
    places: v.array(v.object({ id: count, character: newCharacter })),
  }),
  v.object({ kind: v.literal('rewrite'), id: count, text: words }),
  v.object({ kind: v.literal('write'), box, text: words, cell: v.exactOptional(count) }),
  v.object({ kind: v.literal('clear'), id: count }),
  v.object({ kind: v.literal('leave-out'), box }),
  v.object({
    kind: v.picklist(['add-row', 'add-column', 'remove-row', 'remove-column', 'use-as-names']),
    table: count,
    at: count,
  }),
  v.object({ kind: v.picklist(['merge-cells', 'split-cell']), table: count, row: count, column: count }),
  v.object({ kind: v.literal('move-edge'), table: count, column: count, by: finite }),
  v.object({ kind: v.literal('name-column'), table: count, column: count, name: words }),
  v.object({ kind: v.literal('set-rule'), table: count, column: count, rule: v.nullable(columnRule) }),
  v.object({ kind: v.literal('set-total-row'), table: count, hasTotalRow: v.boolean() }),
  v.object({ kind: v.literal('bring-back'), table: count }),
  v.object({
    kind: v.literal('choose-by-rule'),
    table: count,
    numbers: v.array(v.object({ id: count, text: words })),
  }),
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
  // Version 2 began before these.
  fileName: v.exactOptional(words),
  batchName: v.exactOptional(words),
  note: v.exactOptional(words),
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
