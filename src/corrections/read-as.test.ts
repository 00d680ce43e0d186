import { expect, it } from 'vitest';
import type { NumeralScriptId } from '../contract/numeral-scripts';
import type { Recognition } from '../contract/recognition';
import { testDigit } from '../numbers/test-recognition';
import { correctedReading, noCorrections, undo, withEdit } from './corrections';
import { type Edit, readDigit } from './edit';
import { fixedNumbers } from './fixed-number';
import { writtenText } from './fixed-reading';
import { sampleRecognition } from './test-reading';

const SCRIPTS: readonly NumeralScriptId[] = ['devanagari', 'gujarati'];

/** Two numbers in Devanagari, the first of which may be in another script. */
function recognition(): Recognition {
  const read = sampleRecognition(['25 7'], { 0: { doubts: ['unclear-script'], verdict: 'check', scripts: SCRIPTS } });
  return { ...read, script: 'auto', digits: read.digits.map((digit) => ({ ...digit, script: SCRIPTS[0]! })) };
}

const asGujarati: Edit = {
  kind: 'read-as',
  id: 0,
  script: 'gujarati',
  places: [
    { id: 0, character: readDigit(testDigit(3)) },
    { id: 1, character: readDigit(testDigit(9, { verdict: 'check' })) },
  ],
};

it('a number that is read in another script has its digits, and its script is no doubt anymore', () => {
  const corrections = withEdit(recognition(), noCorrections(recognition()), asGujarati);
  const reading = correctedReading(recognition(), corrections);
  expect(writtenText(reading)).toBe('૩૯ ७');
  const [number, other] = fixedNumbers(reading);
  expect(number).toMatchObject({ script: 'gujarati', doubts: ['unclear-character'], scripts: SCRIPTS });
  expect(number!.characters.map(({ status }) => status)).toEqual(['sure', 'check']);
  expect(other).toMatchObject({ script: 'devanagari', text: '7' });
});

it('undoing that brings back what was read, with its doubt', () => {
  const corrections = undo(withEdit(recognition(), noCorrections(recognition()), asGujarati));
  const reading = correctedReading(recognition(), corrections);
  expect(writtenText(reading)).toBe('२५ ७');
  expect(fixedNumbers(reading)[0]!.doubts).toEqual(['unclear-script']);
});
