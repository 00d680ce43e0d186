import { MODEL_CONTRACT } from '../contract/model-contract';
import type { ClassifierCalibration, ScriptHead, ScriptsCalibration } from '../contract/model-manifest';
import type { Network } from '../contract/network';

const { labelCount, order } = MODEL_CONTRACT.scripts;
/** Outputs of the model of all scripts; the last is 'not a digit'. */
export const SCRIPT_OUTPUTS = labelCount * order.length + 1;

/** The classifier of one script: its ten outputs of the model of all scripts and 'not a digit' answer as Latin's own classifier does. */
export function headNetwork(network: Network, { start }: Pick<ScriptHead, 'start'>): Network {
  return {
    async run(input, shape) {
      const { data } = await network.run(input, shape);
      const count = data.length / SCRIPT_OUTPUTS;
      const own = new Float32Array(count * (labelCount + 1));
      for (let glyph = 0; glyph < count; glyph += 1) {
        const from = glyph * SCRIPT_OUTPUTS;
        own.set(data.subarray(from + start, from + start + labelCount), glyph * (labelCount + 1));
        own[glyph * (labelCount + 1) + labelCount] = data[from + SCRIPT_OUTPUTS - 1]!;
      }
      return { data: own, shape: [count, labelCount + 1] };
    },
    dispose: () => {},
  };
}

export function headCalibration(head: ScriptHead, { notDigitThreshold }: ScriptsCalibration): ClassifierCalibration {
  return { temperature: head.temperature, sureThreshold: head.sureThreshold, notDigitThreshold };
}
