import { CHARACTERS } from '../contract/characters';
import { logSoftmax } from '../ctc/log-softmax';

/** A raised point is a point: where both are likely their probabilities add up. */
const POINT = CHARACTERS.findIndex(({ code }) => code === '.');
const RAISED_POINT = CHARACTERS.findIndex(({ code }) => code === '·');

/** Log probabilities of `outputs` outputs, column by column, of the network's logits divided by the temperature. */
export function lineLogs(logits: Float32Array, outputs: number, temperature: number): Float32Array {
  const logs = logSoftmax(logits, outputs, temperature);
  for (let at = 0; at < logs.length; at += outputs) {
    logs[at + POINT] = Math.log(Math.exp(logs[at + POINT]!) + Math.exp(logs[at + RAISED_POINT]!));
    logs[at + RAISED_POINT] = Number.NEGATIVE_INFINITY;
  }
  return logs;
}
