import * as v from 'valibot';
import type { Expectation } from '../contract/expectation';
import { NUMBER_CONVENTION_IDS } from '../contract/expectation';
import { DIGIT_COUNTS, EXPECTATIONS } from '../corrections/expectations';
import type { FormTemplate } from './form-template';

const FILE = { format: 'form-template', version: 1 } as const;
/** More than any form has, and less than what fills the memory. */
const MOST = { fields: 500, side: 4_000, words: 200 } as const;

const words = v.pipe(v.string(), v.maxLength(MOST.words));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST.side));

const expectation = v.object({
  id: v.picklist(EXPECTATIONS.map(({ id }) => id)),
  count: v.exactOptional(
    v.pipe(v.number(), v.integer(), v.minValue(DIGIT_COUNTS.fewest), v.maxValue(DIGIT_COUNTS.most)),
  ),
  convention: v.exactOptional(v.picklist(NUMBER_CONVENTION_IDS)),
}) satisfies v.GenericSchema<unknown, Expectation>;

const templateFile = v.object({
  format: v.literal(FILE.format),
  version: v.literal(FILE.version),
  id: words,
  name: words,
  print: v.object({
    width: side,
    height: side,
    /** Gray levels, two hexadecimal digits a pixel. */ levels: v.string(),
  }),
  fields: v.pipe(
    v.array(
      v.object({
        id: words,
        name: words,
        box: v.object({ x: share, y: share, width: share, height: share }),
        expectation,
      }),
    ),
    v.maxLength(MOST.fields),
  ),
  rules: v.pipe(
    v.array(v.object({ kind: v.literal('sum'), parts: v.array(words), total: words })),
    v.maxLength(MOST.fields),
  ),
});

/** A template as a file: JSON, its print in hexadecimal digits. */
export function templateText({ print, ...template }: FormTemplate): string {
  const levels = Array.from(print.data, (level) => Math.round(level).toString(16).padStart(2, '0')).join('');
  const { width, height } = print;
  return JSON.stringify({ ...FILE, ...template, print: { width, height, levels } });
}

/**
 * Reads what `templateText` wrote, and trusts none of it.
 *
 * @returns null for whatever is no template: other JSON, a print that lacks pixels, rules about fields that there are not
 */
export function parseTemplate(text: string): FormTemplate | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(templateFile, json);
  if (!parsed.success) return null;
  const { id, name, print, fields, rules } = parsed.output;
  const ids = new Set(fields.map((field) => field.id));
  const isWhole = print.levels.length === 2 * print.width * print.height && /^[\da-f]*$/.test(print.levels);
  if (!isWhole || ids.size !== fields.length) return null;
  if (rules.some(({ parts, total }) => [...parts, total].some((field) => !ids.has(field)))) return null;
  const data = Uint8Array.from({ length: print.width * print.height }, (_, at) =>
    Number.parseInt(print.levels.slice(2 * at, 2 * at + 2), 16),
  );
  return { id, name, print: { width: print.width, height: print.height, data }, fields, rules };
}
