/** One row a numeral script that can be read. Another script is another row, a data set and a training command. */
export interface NumeralScript {
  readonly id: string;
  /** English name; what the app shows is the message `script.<id>`. */
  readonly name: string;
  /** The characters for 0..9. */
  readonly digits: readonly string[];
  /** How the point and the comma of a number are written in it. */
  readonly marks: Readonly<Record<'.' | ',', string>>;
  /** Folder under `public/models/` of the model that reads it. */
  readonly model: string;
}

/** The model that reads every script but Latin, and tells them apart. */
export const SCRIPTS_MODEL = 'scripts';

const PLAIN_MARKS = { '.': '.', ',': ',' } as const;
const ARABIC_MARKS = { '.': '٫', ',': '٬' } as const;

/** In the order of the heads of the scripts model. */
export const NUMERAL_SCRIPTS = [
  row('latin', 'Latin', '0', 'latin'),
  row('arabic-indic', 'Arabic-Indic', '٠', SCRIPTS_MODEL, ARABIC_MARKS),
  row('persian', 'Persian and Urdu', '۰', SCRIPTS_MODEL, ARABIC_MARKS),
  row('devanagari', 'Devanagari', '०'),
  row('bengali', 'Bengali', '০'),
  row('kannada', 'Kannada', '೦'),
  row('telugu', 'Telugu', '౦'),
  row('gujarati', 'Gujarati', '૦'),
  row('thai', 'Thai', '๐'),
  row('tibetan', 'Tibetan', '༠'),
] as const satisfies readonly NumeralScript[];

/** @param zero Unicode has the other nine behind it, in the order of their values */
function row<const Id extends string>(
  id: Id,
  name: string,
  zero: string,
  model: string = SCRIPTS_MODEL,
  marks: NumeralScript['marks'] = PLAIN_MARKS,
): NumeralScript & { readonly id: Id } {
  const digits = Array.from({ length: 10 }, (_, label) => String.fromCodePoint(zero.codePointAt(0)! + label));
  return { id, name, digits, marks, model };
}

export type NumeralScriptId = (typeof NUMERAL_SCRIPTS)[number]['id'];

/** Digits that two scripts write alike, so that nothing in them tells which of the two it is. */
export const SHARED_FORMS: { readonly scripts: readonly NumeralScriptId[]; readonly labels: readonly number[] } = {
  scripts: ['arabic-indic', 'persian'],
  labels: [0, 1, 2, 3, 7, 8, 9],
};

/** What is read where nobody chooses. */
export const DEFAULT_SCRIPT: NumeralScriptId = 'latin';

/** A script that was asked for; 'auto': the reader tells which it is, number by number. */
export type ScriptChoice = NumeralScriptId | 'auto';

export const SCRIPT_CHOICES: readonly ScriptChoice[] = ['auto', ...NUMERAL_SCRIPTS.map(({ id }) => id)];

/** Folder of the locator under `public/models/`; it serves every script. */
export const LOCATOR_MODEL = 'locator';
/** Folder of the line reader under `public/models/`; it reads Latin alone. */
export const LINE_MODEL = 'line';
/** Folders of the two that read number plates and codes with letters, which are loaded when first needed. */
export const PLATE_MODELS = { finder: 'plate-finder', reader: 'plate-reader' } as const;

export function scriptRow(id: NumeralScriptId): NumeralScript {
  return NUMERAL_SCRIPTS.find((each) => each.id === id)!;
}

/** A number as it is written in a script: its digits and the marks that differ; everything else stays. */
export function writtenIn(text: string, id: NumeralScriptId): string {
  if (id === DEFAULT_SCRIPT) return text;
  const { digits, marks } = scriptRow(id);
  return [...text]
    .map((code) => (/\d/.test(code) ? digits[Number(code)]! : (marks[code as '.' | ','] ?? code)))
    .join('');
}

const CODE_OF = new Map(
  NUMERAL_SCRIPTS.flatMap(({ digits, marks }) => [
    ...digits.map((glyph, label) => [glyph, String(label)] as const),
    ...Object.entries(marks).map(([code, glyph]) => [glyph, code] as const),
  ]),
);

/** @returns the digit 0-9 or the mark that a character of any script stands for; null for every other character */
export function codeOfGlyph(glyph: string): string | null {
  return CODE_OF.get(glyph) ?? null;
}
