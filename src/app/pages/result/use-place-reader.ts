import { useMemo } from 'react';
import type { Box } from '../../../contract/image';
import type { NumeralScriptId } from '../../../contract/numeral-scripts';
import { emptyCharacter, type NewCharacter, readDigit } from '../../../corrections/edit';
import { cautiousDigit } from '../../work/queue/apply-caution';
import type { PictureSource } from '../../work/queue/picture-source';
import { useServices } from '../../work/session/services';

/** Longer than this nobody waits for a digit that can be typed. */
const PATIENCE_MS = 3000;

export type ReadPlaces = (boxes: readonly Box[], script: NumeralScriptId) => Promise<readonly NewCharacter[]>;

/** Asks the reader what stands at places a person pointed at; where it cannot tell in time, they are to be typed. */
export function usePlaceReader(picture: PictureSource): ReadPlaces {
  const { recognizer, settings } = useServices();
  return useMemo(() => {
    return async (boxes, script) => {
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
      try {
        const accepted = await picture.accept();
        if (!accepted.ok) return boxes.map(emptyCharacter);
        const asks = { image: accepted.value, boxes, script };
        const result = await recognizer.run('read-regions', asks, { signal: abort.signal });
        const { caution } = settings.state.get();
        const digits = result.ok ? result.value.map((digit) => cautiousDigit(digit, caution)) : [];
        return boxes.map((box, index) => (digits[index] ? readDigit(digits[index]) : emptyCharacter(box)));
      } catch (error) {
        if (!abort.signal.aborted) throw error;
        return boxes.map(emptyCharacter);
      } finally {
        clearTimeout(timer);
      }
    };
  }, [recognizer, settings, picture]);
}
