import type { CSSProperties } from 'react';
import type { Candidate } from '../../contract/recognition';
import { formatProbability } from '../words/format-probability';

interface CandidateBarsProps {
  readonly ranked: readonly Candidate[];
  readonly notDigitProbability: number;
}

/** Everything the digit may be, most probable first, with 'not a digit' at the end; together 100 %. */
export function CandidateBars({ ranked, notDigitProbability }: CandidateBarsProps) {
  return (
    <ol className="candidates" aria-label="Candidates">
      {ranked.map(({ label, probability }) => (
        <Bar key={label} name={String(label)} probability={probability} />
      ))}
      <Bar name="none" probability={notDigitProbability} />
    </ol>
  );
}

function Bar({ name, probability }: { readonly name: string; readonly probability: number }) {
  return (
    <li className="candidate" data-kind={name === 'none' ? 'none' : 'digit'}>
      <span className="candidate__label">{name === 'none' ? 'no digit' : name}</span>
      <span className="candidate__track" aria-hidden>
        <span className="candidate__bar" style={{ '--probability': probability } as CSSProperties} />
      </span>
      <span className="candidate__share">{formatProbability(probability)}</span>
    </li>
  );
}
