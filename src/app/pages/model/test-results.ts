/** Ten digits of one set, one of them wrong. */
export const RESULT = {
  group: 'sets',
  name: 'MNIST',
  split: 'test part',
  kind: 'singles',
  stage: 'classifier',
  count: 10,
  exact: 0.9,
  wilson95: [0.596, 0.982],
  digitAccuracy: 0.9,
  blank: 0,
  calibrationError: 0.02,
  sureShare: 0.8,
  checkShare: 0.2,
  sureAccuracy: 1,
  confusion: Array.from({ length: 10 }, (_, truth) =>
    Array.from({ length: 10 }, (_cell, read) =>
      truth === 4 && read === 9 ? 1 : truth === read && truth !== 4 ? 1 : 0,
    ),
  ),
  reliability: [
    { confidence: 0.6, accuracy: 0.5, count: 2 },
    { confidence: 0.98, accuracy: 1, count: 8 },
  ],
};

/** What is checked beyond the sets. */
export const CHECK = {
  group: 'empty',
  name: 'pictures without digits',
  split: 'drawn by script',
  count: 60,
  exact: 0.9,
  wilson95: [0.799, 0.953],
  withSureDigit: 0.05,
  parts: [
    { name: 'blank paper', count: 30, exact: 1, wilson95: [0.886, 1], withSureDigit: 0 },
    { name: 'printed words', count: 30, exact: 0.8, wilson95: [0.627, 0.905], withSureDigit: 0.1 },
  ],
};

/** All sets together have the confidence of their digits alone. */
export const TOGETHER = {
  group: 'together',
  name: 'all real sets together',
  split: 'every digit',
  count: 500,
  calibrationError: 0.03,
  sureShare: 0.7,
  checkShare: 0.3,
  sureAccuracy: 0.95,
  reliability: [{ confidence: 0.98, accuracy: 0.95, count: 500 }],
};
