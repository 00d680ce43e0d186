/** One row a numeral script that can be read. Another script is another row, a data set and a training command. */
export interface NumeralScript {
  readonly id: string;
  /** English name; what the app shows is the message `script.<id>`. */
  readonly name: string;
  /** The characters for 0..9. */
  readonly digits: readonly string[];
  /** How the point and the comma of a number are written in it. */
  readonly marks: Readonly<Record<'.' | ',', string>>;
  /** Ids of rows in `training/data/sets.toml`: what its digits are learned from. */
  readonly dataSets: readonly string[];
  /** Folder under `public/models/` of the model that reads it. */
  readonly model: string;
}

/** The model that reads every script but Latin, and tells them apart. */
export const SCRIPTS_MODEL = 'scripts';

const LATIN_SETS = [
  'mnist',
  'orand-car-a',
  'sudoku-photos-dev',
  'dida',
  'usps',
  'unipen-strings',
  'unipen-digits',
  'crohme-digits',
  'crohme-negatives',
  'bhmsds',
  'pendigits',
  'chars74k-letters',
];

const PLAIN_MARKS = { '.': '.', ',': ',' } as const;
const ARABIC_MARKS = { '.': '٫', ',': '٬' } as const;

/** In the order of the heads of the scripts model. */
export const NUMERAL_SCRIPTS = [
  row('latin', 'Latin', '0123456789', LATIN_SETS, 'latin'),
  row('arabic-indic', 'Arabic-Indic', '٠١٢٣٤٥٦٧٨٩', ['madbase-arabic'], SCRIPTS_MODEL, ARABIC_MARKS),
  row('persian', 'Persian and Urdu', '۰۱۲۳۴۵۶۷۸۹', ['hoda-persian'], SCRIPTS_MODEL, ARABIC_MARKS),
  row('devanagari', 'Devanagari', '०१२३४५६७८९', ['cmaterdb-devanagari', 'devanagari-vjd']),
  row('bengali', 'Bengali', '০১২৩৪৫৬৭৮৯', ['cmaterdb-bangla', 'numtadb-bangla']),
  row('kannada', 'Kannada', '೦೧೨೩೪೫೬೭೮೯', ['kannada-mnist']),
  row('telugu', 'Telugu', '౦౧౨౩౪౫౬౭౮౯', ['cmaterdb-telugu']),
  row('gujarati', 'Gujarati', '૦૧૨૩૪૫૬૭૮૯', ['gujarati']),
  row('thai', 'Thai', '๐๑๒๓๔๕๖๗๘๙', ['thai-digits']),
  row('tibetan', 'Tibetan', '༠༡༢༣༤༥༦༧༨༩', ['tibetan-mnist']),
] as const satisfies readonly NumeralScript[];

function row<const Id extends string>(
  id: Id,
  name: string,
  digits: string,
  dataSets: readonly string[],
  model: string = SCRIPTS_MODEL,
  marks: NumeralScript['marks'] = PLAIN_MARKS,
): NumeralScript & { readonly id: Id } {
  return { id, name, digits: [...digits], marks, dataSets, model };
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
