import { Lightbulb } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecognitionFailure } from '../../../contract/failure';
import { type NumeralScriptId, writtenIn } from '../../../contract/numeral-scripts';
import type { OcclusionMap } from '../../../contract/occlusion-map';
import type { Glyph } from '../../../contract/recognition';
import { mostImportantPart } from '../../../imaging/occlusion-pixels';
import { formatProbability } from '../../base/i18n/format-probability';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { GlyphCanvas } from '../../parts/picture/glyph-canvas';
import { useServices } from '../../work/session/services';
import styles from './why.module.css';

type Explanation =
  | { readonly phase: 'working' }
  | { readonly phase: 'ready'; readonly map: OcclusionMap }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

interface WhyProps {
  readonly glyph: Glyph;
  /** Labels worth asking about, the one that stands there first. */
  readonly labels: readonly number[];
  readonly script: NumeralScriptId;
}

/** Why the reader takes a digit for what it says: what happens when parts of it are covered, computed when asked for. */
export function Why({ glyph, labels, script }: WhyProps) {
  const [label, setLabel] = useState<number | null>(null);
  const explanation = useExplanation(glyph, label, script);
  return (
    <div className={styles.why}>
      <div className={styles.ask}>
        {labels.map((choice) => (
          <button
            key={choice}
            type="button"
            className="button"
            aria-pressed={choice === label}
            onClick={() => setLabel(choice === label ? null : choice)}
          >
            <Lightbulb size={20} aria-hidden />
            {t('why.ask', { label: writtenIn(String(choice), script) })}
          </button>
        ))}
      </div>
      {explanation?.phase === 'working' && <p role="status">{t('why.working')}</p>}
      {explanation?.phase === 'failed' && (
        <p role="status">{t('why.failed', { title: localFailureWords(explanation.failure).title })}</p>
      )}
      {explanation?.phase === 'ready' && <Answer glyph={glyph} map={explanation.map} script={script} />}
    </div>
  );
}

interface AnswerProps extends Pick<WhyProps, 'glyph' | 'script'> {
  readonly map: OcclusionMap;
}

function Answer({ glyph, map, script }: AnswerProps) {
  const part = mostImportantPart(map);
  const label = writtenIn(String(map.label), script);
  return (
    <div className={styles.answer}>
      <GlyphCanvas glyph={glyph} map={map} />
      <div role="status">
        <p>
          {part
            ? t('why.most', { label, part: t(`why.part.${part.row}.${part.column}`) })
            : t('why.nothing', { label, probability: formatProbability(map.probability) })}
        </p>
        <ul className={styles.legend}>
          <li data-side="for">{t('why.for', { label })}</li>
          <li data-side="against">{t('why.against', { label })}</li>
        </ul>
      </div>
    </div>
  );
}

/** @returns null as long as nothing was asked */
function useExplanation(glyph: Glyph, label: number | null, script: NumeralScriptId): Explanation | null {
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
        const result = await recognizer.run('explain', { glyph, label, script }, { signal: abort.signal });
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
  }, [recognizer, glyph, label, script]);

  return explanation;
}
