import { expect, it } from 'vitest';
import { noCorrections } from '../corrections/corrections';
import { summarizeFixed } from '../corrections/summarize-fixed';
import { sampleRecognition } from '../corrections/test-reading';
import { uncorrected } from '../corrections/uncorrected';
import { summarizeReading } from './upload';

it.each([
  ['nothing', sampleRecognition([])],
  ['digits alone', sampleRecognition(['40?7 12', '9'])],
  ['marks, one of them doubtful', sampleRecognition(['-26.?4 5/27', '13%'])],
  [
    'a number that is doubtful as a whole',
    sampleRecognition(['407', '1?2'], { 0: { doubts: ['unexplained-ink', 'faint'] } }),
  ],
  ['a number that is unclear as a whole', sampleRecognition(['407'], { 0: { verdict: 'check' } })],
  ['an impossible grouping', sampleRecognition(['44,20,00'])],
])('a reading of %s is summarized as it is with no corrections', (_, recognition) => {
  const { modelVersion, backend, ...summary } = summarizeReading(recognition);
  expect(summary).toEqual(summarizeFixed(uncorrected(recognition), noCorrections(recognition)));
});
