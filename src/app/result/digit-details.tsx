import { CircleCheck, CircleQuestionMark } from 'lucide-react';
import type { RecognizedDigit } from '../../contract/recognition';
import { formatProbability } from '../words/format-probability';
import { CandidateBars } from './candidate-bars';
import { GlyphCanvas } from './glyph-canvas';
import { digitConfidence } from './reading-confidence';
import { secondGuess } from './spoken-reading';

interface DigitDetailsProps {
  readonly digit: RecognizedDigit;
  /** 1 for the first digit. */
  readonly position: number;
  readonly count: number;
}

/** One digit: the verdict, the crop the model saw, and every candidate. */
export function DigitDetails({ digit, position, count }: DigitDetailsProps) {
  const { ranked, notDigitProbability, verdict } = digit.prediction;
  const isDoubtful = verdict === 'check';
  const guess = isDoubtful ? secondGuess(digit) : null;
  return (
    <section className="details" aria-labelledby="details-title">
      <div className="details__head">
        <div>
          <h2 id="details-title" className="details__title">
            Digit {position} <span className="details__count">of {count}</span>
          </h2>
          <p className="verdict" data-verdict={verdict}>
            {isDoubtful ? <CircleQuestionMark size={20} aria-hidden /> : <CircleCheck size={20} aria-hidden />}
            <span>
              {isDoubtful ? 'Check: ' : 'Sure: '}
              <strong>{ranked[0]?.label}</strong> ({formatProbability(digitConfidence(digit))})
              {guess !== null && `, maybe ${guess}`}
            </span>
          </p>
        </div>
        <figure className="glyph">
          <GlyphCanvas glyph={digit.glyph} />
          <figcaption>What the model saw</figcaption>
        </figure>
      </div>
      <CandidateBars ranked={ranked} notDigitProbability={notDigitProbability} />
    </section>
  );
}
