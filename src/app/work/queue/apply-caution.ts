import { type Caution, type CautionThresholds, cautionThresholds } from '../../../contract/caution';
import type {
  CharacterPlace,
  Recognition,
  RecognizedDigit,
  RecognizedMark,
  RecognizedNumber,
} from '../../../contract/recognition';

/** The recognition with as many doubts as a person wants to look at; the readings stay as they are. */
export function applyCaution(recognition: Recognition, caution: Caution): Recognition {
  const thresholds = cautionThresholds(caution);
  return settleDoubts(raiseDoubts(recognition, thresholds), thresholds);
}

/** Leaves to be checked what the reader took as sure. */
function raiseDoubts(recognition: Recognition, { checkBelow }: CautionThresholds): Recognition {
  if (checkBelow === 0) return recognition;
  const digits = recognition.digits.map((digit) => raiseDoubt(digit, checkBelow));
  const marks = recognition.marks.map((mark): RecognizedMark => {
    return mark.confidence < checkBelow ? { ...mark, verdict: 'check' } : mark;
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

/** Takes as sure what is unclear, and nothing worse, and yet most probably right. */
function settleDoubts(recognition: Recognition, { sureFrom }: CautionThresholds): Recognition {
  const isSettled = ({ doubts, confidence, characters }: RecognizedNumber) =>
    confidence >= sureFrom &&
    doubts.every((doubt) => doubt === 'unclear-character') &&
    characters.every(({ kind, index }) => kind === 'mark' || !recognition.digits[index]?.chosenToFit);
  const settled = recognition.numbers.filter((number) => number.verdict === 'check' && isSettled(number));
  if (settled.length === 0) return recognition;
  const places = new Set(settled.flatMap(({ characters }) => characters.map(({ kind, index }) => `${kind} ${index}`)));
  return {
    ...recognition,
    digits: recognition.digits.map((digit, index) =>
      places.has(`digit ${index}`) ? { ...digit, prediction: { ...digit.prediction, verdict: 'sure' } } : digit,
    ),
    marks: recognition.marks.map((mark, index) => (places.has(`mark ${index}`) ? { ...mark, verdict: 'sure' } : mark)),
    numbers: recognition.numbers.map((number) =>
      settled.includes(number) ? { ...number, verdict: 'sure', doubts: [] } : number,
    ),
  };
}

/** The same for one digit, as for a place that a person pointed at; what is unclear there stays so. */
export function cautiousDigit(digit: RecognizedDigit, caution: Caution): RecognizedDigit {
  return raiseDoubt(digit, cautionThresholds(caution).checkBelow);
}

function raiseDoubt(digit: RecognizedDigit, checkBelow: number): RecognizedDigit {
  const { prediction } = digit;
  const isDoubtful = prediction.verdict === 'sure' && (prediction.ranked[0]?.probability ?? 0) < checkBelow;
  return isDoubtful ? { ...digit, prediction: { ...prediction, verdict: 'check' } } : digit;
}
