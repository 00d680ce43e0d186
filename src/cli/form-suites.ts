import type { FormSuite } from './evaluation-suite';

const ROW = {
  how: 'forms',
  group: 'hard',
  split: 'forms composed of numbers of the test parts of cheques, logbooks and parish registers',
  stage: 'pipeline',
  cells: [
    { folder: 'orand-car-a', only: 'training/splits/orand-car-a-test.txt' },
    { folder: 'meza-clinic-logbooks', only: 'training/splits/meza-clinic-logbooks-test.txt' },
    { folder: 'mgr-danish-years', where: { split: 'test' } },
    { folder: 'mgr-danish-rowids', where: { split: 'test' } },
  ],
} as const;

/** Photographed forms whose fields are known from a template. */
export const FORM_SUITES: readonly FormSuite[] = [
  { ...ROW, id: '43-form-places', name: 'fields of photographed forms that are cut out right', asks: 'place' },
  { ...ROW, id: '44-form-numbers', name: 'fields of photographed forms, read', asks: 'number' },
];
