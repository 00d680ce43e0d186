import { CORRUPTIONS, corrupted } from './corruptions/mnist-c';
import type { EvaluationSuite } from './evaluation-suite';
import type { LabelledPicture } from './labelled-set';
import { amountMarks } from './made-sets/amounts';
import { emptyScenes } from './made-sets/empty-scenes';
import { europeanDigits } from './made-sets/european-digits';
import { hardStrings } from './made-sets/hard-strings';
import { writtenWords } from './made-sets/written-words';
import type { MeasuredPart } from './measured-part';
import { seededRandom } from './seeded-random';

const CORRUPTED_DIGITS = 1_000;

function damagedDigits(digits: readonly LabelledPicture[]): MeasuredPart[] {
  const chosen = seededRandom('MNIST-C').sample(digits, CORRUPTED_DIGITS);
  return CORRUPTIONS.map((corruption) => ({
    name: corruption.name,
    pictures: chosen.map((picture) => corrupted(picture, corruption)),
  }));
}

/** Everything that `evaluate --all` measures, in the order of the README's tables. Nothing in it was trained on. */
export const EVALUATION_SUITES: readonly EvaluationSuite[] = [
  {
    id: '01-mnist-classifier',
    how: 'set',
    group: 'sets',
    name: 'MNIST, one digit each, place told',
    split: 'test part, never trained on',
    folder: 'mnist',
    part: 't10k',
    stage: 'classifier',
  },
  {
    id: '02-mnist-pipeline',
    how: 'set',
    group: 'sets',
    name: 'MNIST, as uploaded pictures',
    split: 'test part, never trained on',
    folder: 'mnist',
    part: 't10k',
    stage: 'pipeline',
  },
  {
    id: '03-cheque-strips',
    how: 'set',
    group: 'sets',
    name: 'ORAND-CAR-A, cheque amounts',
    split: '150 strips held back from training',
    folder: 'orand-car-a',
    stage: 'pipeline',
    only: 'training/splits/orand-car-a-test.txt',
  },
  {
    id: '04-photographed-numbers',
    how: 'set',
    group: 'sets',
    name: 'vshravan-photos, photographed numbers',
    split: 'all; the set never trains',
    folder: 'vshravan-photos',
    stage: 'pipeline',
  },
  {
    id: '05-sudoku-handwritten',
    how: 'set',
    group: 'sets',
    name: 'sudoku photos given whole, handwritten cells',
    split: '12 photos; their sheets never train',
    folder: 'sudoku-photos-dev',
    stage: 'pipeline',
    cells: 'h',
  },
  {
    id: '06-sudoku-printed',
    how: 'set',
    group: 'sets',
    name: 'sudoku photos given whole, printed cells',
    split: '12 photos; their sheets never train',
    folder: 'sudoku-photos-dev',
    stage: 'pipeline',
    cells: 'p',
  },
  {
    id: '07-semeion',
    how: 'set',
    group: 'sets',
    name: 'Semeion, place told',
    split: 'all; the set never trains',
    folder: 'semeion',
    stage: 'classifier',
  },
  {
    id: '08-hwd-1000',
    how: 'set',
    group: 'sets',
    name: 'HWD-1000, drawn on a screen, place told',
    split: 'all; the set never trains',
    folder: 'hwd-1000',
    stage: 'classifier',
  },
  {
    id: '09-dida',
    how: 'set',
    group: 'sets',
    name: 'DIDA, church books, crop told',
    split: '999 crops held back from training',
    folder: 'dida',
    stage: 'classifier',
    only: 'training/splits/dida-test.txt',
  },
  {
    id: '10-synthetic-clean',
    how: 'set',
    group: 'sets',
    name: 'synthetic strings, clean',
    split: 'composed of MNIST test digits',
    folder: 'synthetic-strings',
    stage: 'pipeline',
    prefix: 'clean_',
  },
  {
    id: '11-synthetic-photo',
    how: 'set',
    group: 'sets',
    name: 'synthetic strings, photo look',
    split: 'composed of MNIST test digits',
    folder: 'synthetic-strings',
    stage: 'pipeline',
    prefix: 'photo_',
  },
  {
    id: '12-all-real-sets',
    how: 'confidence',
    group: 'together',
    name: 'all real sets together',
    split: 'every digit read in the sets above, MNIST as pictures, without the synthetic strings',
    of: [
      '02-mnist-pipeline',
      '03-cheque-strips',
      '04-photographed-numbers',
      '05-sudoku-handwritten',
      '06-sudoku-printed',
      '07-semeion',
      '08-hwd-1000',
      '09-dida',
    ],
  },
  {
    id: '13-hard-numbers',
    how: 'made',
    group: 'hard',
    name: 'hard numbers, as uploaded pictures',
    split: 'two to five MNIST test digits each',
    stage: 'pipeline',
    parts: hardStrings,
  },
  {
    id: '14-european-digits',
    how: 'made',
    group: 'hard',
    name: 'European digits, as uploaded pictures',
    split: 'MNIST test digits, strokes added by script',
    stage: 'pipeline',
    parts: europeanDigits,
  },
  {
    id: '15-look-alikes',
    how: 'pairs',
    group: 'hard',
    name: 'look-alikes: not taken for the other',
    split: 'MNIST test part, sudoku cells by hand, Semeion, HWD-1000, DIDA held back',
    of: ['01-mnist-classifier', '05-sudoku-handwritten', '07-semeion', '08-hwd-1000', '09-dida'],
  },
  {
    id: '16-same-text',
    how: 'changed',
    group: 'changed',
    name: 'same text after a change',
    split: '20 pictures each of five measured sets; digits stay at least 12 pixels tall',
    stage: 'pipeline',
    perSource: 20,
    sources: [
      { folder: 'orand-car-a', only: 'training/splits/orand-car-a-test.txt' },
      { folder: 'vshravan-photos' },
      { folder: 'synthetic-strings', prefix: 'clean_' },
      { folder: 'synthetic-strings', prefix: 'photo_' },
      { folder: 'mnist', part: 't10k' },
    ],
  },
  {
    id: '17-damaged-digits',
    how: 'made',
    group: 'damaged',
    name: 'MNIST-C, fifteen corruptions, place told',
    split: `${CORRUPTED_DIGITS.toLocaleString('en-US')} MNIST test digits each`,
    stage: 'classifier',
    parts: damagedDigits,
  },
  {
    id: '18-no-digits',
    how: 'made',
    group: 'empty',
    name: 'pictures without digits',
    split: 'drawn by script; fonts that never train',
    stage: 'pipeline',
    parts: (digits) => [...emptyScenes(), ...writtenWords(), ...amountMarks(digits)],
  },
  {
    id: '19-font-hands',
    how: 'set',
    group: 'sets',
    name: 'numbers in 46 handwriting fonts',
    split: 'font families that never train',
    folder: 'font-hands',
    stage: 'pipeline',
  },
];
