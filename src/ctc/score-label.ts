import { addLogs } from './search-labels';

/**
 * Probability that the columns spell a label, over all the ways in which they can: the forward variables of connectionist
 * temporal classification (Graves et al. 2006).
 *
 * @param logs log probabilities, `columns * outputs` long, one column after the other; the last output is the blank
 * @param label indexes of outputs
 * @returns 0..1
 */
export function scoreLabel(logs: Float32Array, outputs: number, label: readonly number[]): number {
  const blank = outputs - 1;
  // Blanks between, before and after the characters.
  const states = label.flatMap((index) => [blank, index]).concat(blank);
  let scores = states.map((output, state) => (state < 2 ? logs[output]! : Number.NEGATIVE_INFINITY));
  for (let at = outputs; at < logs.length; at += outputs) {
    scores = states.map((output, state) => {
      const mayJump = state > 1 && output !== blank && output !== states[state - 2];
      let sum = scores[state]!;
      if (state > 0) sum = addLogs(sum, scores[state - 1]!);
      if (mayJump) sum = addLogs(sum, scores[state - 2]!);
      return sum + logs[at + output]!;
    });
  }
  const last = scores.length - 1;
  return Math.exp(last > 0 ? addLogs(scores[last]!, scores[last - 1]!) : scores[last]!);
}
