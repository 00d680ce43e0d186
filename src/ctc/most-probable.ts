import type { Span } from './align-label';

/**
 * The largest probability of an output within a span, 0..1.
 *
 * @param logs log probabilities, `columns * outputs` long, one column after the other
 */
export function mostProbable(logs: Float32Array, outputs: number, { first, last }: Span, output: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let column = first; column <= last; column++) most = Math.max(most, logs[column * outputs + output]!);
  return Math.exp(most);
}
