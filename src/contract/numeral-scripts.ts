/** One row a numeral script that can be read. Another script is another row, a data set and `training classifier --script`. */
export interface NumeralScript {
  readonly id: string;
  /** English name, the key of its translation. */
  readonly name: string;
  /** The characters for 0..9. */
  readonly digits: readonly string[];
  /** Folder of its classifier under `public/models/`. */
  readonly classifier: string;
}

export const NUMERAL_SCRIPTS = [
  { id: 'latin', name: 'Latin', digits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], classifier: 'latin' },
] as const satisfies readonly NumeralScript[];

export type NumeralScriptId = (typeof NUMERAL_SCRIPTS)[number]['id'];

/** What is read where nobody chooses. */
export const DEFAULT_SCRIPT: NumeralScriptId = NUMERAL_SCRIPTS[0].id;

/** Folder of the locator under `public/models/`; it serves every script. */
export const LOCATOR_MODEL = 'locator';
/** Folder of the line reader under `public/models/`. */
export const LINE_MODEL = 'line';
