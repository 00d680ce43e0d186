/** Log probabilities of `outputs` outputs, column by column, of a network's logits divided by the temperature. */
export function logSoftmax(logits: Float32Array, outputs: number, temperature: number): Float32Array {
  const logs = new Float32Array(logits.length);
  for (let at = 0; at < logits.length; at += outputs) {
    const column = logits.subarray(at, at + outputs);
    const largest = column.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
    const total = column.reduce((sum, logit) => sum + Math.exp((logit - largest) / temperature), 0);
    for (let k = 0; k < outputs; k++) logs[at + k] = (column[k]! - largest) / temperature - Math.log(total);
  }
  return logs;
}
