import { CircleCheck, CircleQuestionMark } from 'lucide-react';
import type { Recognition } from '../../contract/recognition';
import { BACKEND_WORDS } from '../words/backend-words';
import { formatDuration } from '../words/format-duration';
import { formatProbability } from '../words/format-probability';
import { DigitDetails } from './digit-details';
import { NumberDisplay } from './number-display';
import { jointConfidence } from './reading-confidence';
import type { Selection } from './selection';

const count = new Intl.NumberFormat('en');

interface ReadingProps {
  readonly recognition: Recognition;
  readonly selection: Selection;
}

/** The number, how sure it is, and all about the selected digit. */
export function Reading({ recognition, selection }: ReadingProps) {
  const { digits, backend, modelVersion, elapsedMs } = recognition;
  const digit = digits[selection.selected];
  return (
    <>
      <section aria-label="Number">
        <NumberDisplay recognition={recognition} selection={selection} />
        <Confidence recognition={recognition} />
      </section>
      {digit && <DigitDetails digit={digit} position={selection.selected + 1} count={digits.length} />}
      <p className="reading__origin" title={backend.reason}>
        Read in {formatDuration(elapsedMs)} with {BACKEND_WORDS[backend.name]} · model {modelVersion}
      </p>
    </>
  );
}

function Confidence({ recognition }: { readonly recognition: Recognition }) {
  const { digits } = recognition;
  const toCheck = digits.filter((digit) => digit.prediction.verdict === 'check').length;
  const joint = jointConfidence(
    recognition,
    digits.map((_, index) => index),
  );
  return (
    <p className="confidence" data-verdict={toCheck > 0 ? 'check' : 'sure'}>
      {toCheck > 0 ? <CircleQuestionMark size={20} aria-hidden /> : <CircleCheck size={20} aria-hidden />}
      <span>
        <strong>{verdictWords(digits.length, toCheck)}</strong>
        {digits.length > 1 && ` · ${formatProbability(joint)} that all are right`}
      </span>
    </p>
  );
}

function verdictWords(total: number, toCheck: number): string {
  if (toCheck > 0) {
    return total === 1
      ? 'Please check this digit'
      : `${count.format(toCheck)} of ${count.format(total)} digits to check`;
  }
  return total === 1 ? 'Sure of this digit' : `Sure of all ${count.format(total)} digits`;
}
