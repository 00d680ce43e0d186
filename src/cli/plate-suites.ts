import type { PlateSuite } from './evaluation-suite';

const ROW = { how: 'plates', group: 'plates', stage: 'pipeline' } as const;
const CROPS =
  'photos of the openALPR benchmark cut to the plate, by country; not used in training, but their mistakes were looked at';

/** Number plates and codes with letters. */
export const PLATE_SUITES: readonly PlateSuite[] = [
  {
    ...ROW,
    id: '51-plate-crops',
    name: 'number plates in cut-out photos, whole plate exact',
    split: CROPS,
    asks: 'crops',
  },
  {
    ...ROW,
    id: '52-plate-digits',
    name: 'number plates in cut-out photos, their digits exact',
    split: CROPS,
    asks: 'crop-digits',
  },
  {
    ...ROW,
    id: '53-plate-digits-mode',
    name: 'the same, read as numbers',
    split: `${CROPS}; letters are not asked for`,
    asks: 'digits-mode',
  },
  {
    ...ROW,
    id: '54-plates-found',
    name: 'number plates in whole photos of cars, found (overlap 0.5)',
    split:
      'photos of the openALPR benchmark, by country; not used in training, but some of their mistakes were looked at',
    asks: 'found',
  },
  {
    ...ROW,
    id: '55-plates-in-photos',
    name: 'number plates in whole photos of cars, found and exact',
    split: 'the same photos',
    asks: 'photos',
  },
  {
    ...ROW,
    id: '56-written-codes',
    name: 'codes with letters, by hand',
    split: 'letters of ten Chars74K writers and digits of UNIPEN writers held back from training, drawn by script',
    asks: 'codes',
  },
];
