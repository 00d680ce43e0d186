/** Columns of a line where a character stands: `first` to `last`, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Where each character of a label stands: the single most probable way in which the columns can spell it (Viterbi).
 *
 * @param logs log probabilities, `columns * outputs` long, one column after the other; the last output is the blank
 * @param label indexes of outputs
 * @returns one span a character, in order; none when the columns are too few
 */
export function alignLabel(logs: Float32Array, outputs: number, label: readonly number[]): Span[] {
  const columns = logs.length / outputs;
  const blank = outputs - 1;
  // Blanks between, before and after the characters.
  const states = label.flatMap((index) => [blank, index]).concat(blank);
  const from = Array.from({ length: columns }, () => new Int32Array(states.length));
  let scores = states.map((output, state) => (state < 2 ? logs[output]! : Number.NEGATIVE_INFINITY));
  for (let column = 1; column < columns; column++) {
    const at = column * outputs;
    scores = states.map((output, state) => {
      const mayJump = state > 1 && output !== blank && output !== states[state - 2];
      let best = state;
      if (state > 0 && scores[state - 1]! > scores[best]!) best = state - 1;
      if (mayJump && scores[state - 2]! > scores[best]!) best = state - 2;
      from[column]![state] = best;
      return scores[best]! + logs[at + output]!;
    });
  }
  let state = states.length - 1;
  if (state > 0 && scores[state - 1]! > scores[state]!) state -= 1;
  if (!Number.isFinite(scores[state]!)) return [];
  const spans = new Map<number, Span>();
  for (let column = columns - 1; column >= 0; column--) {
    const last = spans.get(state)?.last ?? column;
    spans.set(state, { first: column, last });
    state = from[column]![state]!;
  }
  return label.flatMap((_, index) => spans.get(2 * index + 1) ?? []);
}
