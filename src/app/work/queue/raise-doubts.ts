import type {
  CharacterPlace,
  Recognition,
  RecognizedDigit,
  RecognizedMark,
  RecognizedNumber,
} from '../../../contract/recognition';

/**
 * Leaves to be checked what the reader took as sure, but below what the person counts as sure.
 *
 * @param sureAbove probability 0..1; 0 leaves every verdict as it is
 */
export function raiseDoubts(recognition: Recognition, sureAbove: number): Recognition {
  const digits = recognition.digits.map((digit) => raiseDoubt(digit, sureAbove));
  const marks = recognition.marks.map((mark): RecognizedMark => {
    return mark.confidence < sureAbove ? { ...mark, verdict: 'check' } : mark;
  });
  const isOpen = ({ kind, index }: CharacterPlace) => {
    return (kind === 'digit' ? digits[index]?.prediction.verdict : marks[index]?.verdict) === 'check';
  };
  const numbers = recognition.numbers.map((number): RecognizedNumber => {
    const isDoubtful = !number.doubts.includes('unclear-character') && number.characters.some(isOpen);
    return isDoubtful ? { ...number, verdict: 'check', doubts: ['unclear-character', ...number.doubts] } : number;
  });
  return { ...recognition, digits, marks, numbers };
}

/** `raiseDoubts` for one digit, as for a place that a person pointed at. */
export function raiseDoubt(digit: RecognizedDigit, sureAbove: number): RecognizedDigit {
  const { prediction } = digit;
  const isDoubtful = prediction.verdict === 'sure' && (prediction.ranked[0]?.probability ?? 0) < sureAbove;
  return isDoubtful ? { ...digit, prediction: { ...prediction, verdict: 'check' } } : digit;
}
