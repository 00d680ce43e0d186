import { Lightbulb } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecognitionFailure } from '../../contract/failure';
import { failureWords } from '../../contract/failure-words';
import type { OcclusionMap } from '../../contract/occlusion-map';
import type { Glyph } from '../../contract/recognition';
import { mostImportantPart } from '../../imaging/occlusion-pixels';
import { useServices } from '../state/services';
import { formatProbability } from '../words/format-probability';
import { GlyphCanvas } from './glyph-canvas';

type Explanation =
  | { readonly phase: 'working' }
  | { readonly phase: 'ready'; readonly map: OcclusionMap }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

interface WhyProps {
  readonly glyph: Glyph;
  /** Labels worth asking about, the one that stands there first. */
  readonly labels: readonly number[];
}

/** Why the reader takes a digit for what it says: what happens when parts of it are covered, computed when asked for. */
export function Why({ glyph, labels }: WhyProps) {
  const [label, setLabel] = useState<number | null>(null);
  const explanation = useExplanation(glyph, label);
  return (
    <div className="why">
      <div className="why__ask">
        {labels.map((choice) => (
          <button
            key={choice}
            type="button"
            className="button"
            aria-pressed={choice === label}
            onClick={() => setLabel(choice === label ? null : choice)}
          >
            <Lightbulb size={20} aria-hidden />
            Why {choice}?
          </button>
        ))}
      </div>
      {explanation?.phase === 'working' && <p role="status">Covering the digit part by part …</p>}
      {explanation?.phase === 'failed' && <p role="status">{failureWords(explanation.failure).title}.</p>}
      {explanation?.phase === 'ready' && <Answer glyph={glyph} map={explanation.map} />}
    </div>
  );
}

function Answer({ glyph, map }: { readonly glyph: Glyph; readonly map: OcclusionMap }) {
  const part = mostImportantPart(map);
  const where = part && [part.row, part.column].filter((word) => word !== 'middle').join(' ');
  return (
    <div className="why__answer">
      <GlyphCanvas glyph={glyph} map={map} />
      <div role="status">
        <p>
          {part
            ? `What speaks most for ${map.label} is the ${where || 'middle'}.`
            : `No single part speaks for ${map.label}: covering any leaves it at ${formatProbability(map.probability)}.`}
        </p>
        <ul className="why__legend">
          <li data-side="for">blue: covering it makes {map.label} less likely</li>
          <li data-side="against">orange: covering it makes {map.label} more likely</li>
        </ul>
      </div>
    </div>
  );
}

/** @returns null as long as nothing was asked */
function useExplanation(glyph: Glyph, label: number | null): Explanation | null {
  const { recognizer } = useServices();
  const [explanation, setExplanation] = useState<Explanation | null>(null);

  useEffect(() => {
    if (label === null) {
      setExplanation(null);
      return;
    }
    const abort = new AbortController();
    const explain = async () => {
      setExplanation({ phase: 'working' });
      try {
        const result = await recognizer.explain(glyph, label, { signal: abort.signal });
        if (!abort.signal.aborted) {
          setExplanation(
            result.ok ? { phase: 'ready', map: result.value } : { phase: 'failed', failure: result.failure },
          );
        }
      } catch (error) {
        if (!abort.signal.aborted) throw error;
      }
    };
    void explain();
    return () => abort.abort();
  }, [recognizer, glyph, label]);

  return explanation;
}
