import { describe, expect, it } from 'vitest';
import { MODEL_CONTRACT } from '../contract/model-contract';
import { NUMERAL_SCRIPTS } from '../contract/numeral-scripts';
import { headNetwork, SCRIPT_OUTPUTS } from './script-head';
import { scriptVotes, tellScript } from './tell-script';

/** Logits with `height` at one output, 0 elsewhere. */
function logits(...peaks: readonly (readonly [output: number, height: number])[]): Float32Array {
  const data = new Float32Array(SCRIPT_OUTPUTS);
  for (const [output, height] of peaks) data[output] = height;
  return data;
}

function networkOf(answer: Float32Array) {
  return {
    run: async (_input: Float32Array, shape: readonly number[]) => {
      const data = new Float32Array(shape[0]! * SCRIPT_OUTPUTS);
      for (let at = 0; at < shape[0]!; at += 1) data.set(answer, at * SCRIPT_OUTPUTS);
      return { data, shape: [shape[0]!, SCRIPT_OUTPUTS] };
    },
    dispose: () => {},
  };
}

const PAGE = { width: 40, height: 40, data: new Uint8Array(1600).fill(255) };
const REGION = { box: { x: 10, y: 10, width: 20, height: 20 }, score: 1 };

async function voteOf(answer: Float32Array) {
  const [vote] = await scriptVotes(PAGE, [REGION], networkOf(answer), 1);
  return vote!;
}

describe('the script of digits', () => {
  it('has a head for each row, in the order of the rows', () => {
    expect(MODEL_CONTRACT.scripts.order).toEqual(NUMERAL_SCRIPTS.map(({ id }) => id));
  });

  it('is that of the head whose digits are most probable', async () => {
    const thai = await voteOf(logits([83, 12]));
    expect(tellScript([thai])[0]).toMatchObject({ script: 'thai', probability: expect.closeTo(1, 2) });
  });

  it('is unclear where two scripts write a digit alike, until another digit of the number tells', async () => {
    const zeroOrFive = await voteOf(logits([0, 10], [15, 10]));
    const [first, second] = tellScript([zeroOrFive]);
    expect(new Set([first!.script, second!.script])).toEqual(new Set(['latin', 'arabic-indic']));
    expect(first!.probability).toBeCloseTo(0.5, 2);
    const four = await voteOf(logits([14, 10]));
    expect(tellScript([zeroOrFive, four])[0]).toMatchObject({
      script: 'arabic-indic',
      probability: expect.closeTo(1, 2),
    });
  });

  it('says that a place holds no digit', async () => {
    expect((await voteOf(logits([100, 12]))).notDigitProbability).toBeCloseTo(1, 2);
  });
});

it('a head answers as a classifier of one script: its ten digits and "not a digit"', async () => {
  const answer = Float32Array.from({ length: SCRIPT_OUTPUTS }, (_, output) => output);
  const { data, shape } = await headNetwork(networkOf(answer), { start: 30 }).run(new Float32Array(2), [2, 32, 32, 1]);
  expect(shape).toEqual([2, 11]);
  expect([...data.subarray(0, 11)]).toEqual([30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 100]);
  expect([...data.subarray(11)]).toEqual([...data.subarray(0, 11)]);
});
