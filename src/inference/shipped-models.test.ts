import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as tfjs from '@tensorflow/tfjs';
import { afterAll, describe, expect, it } from 'vitest';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { Network } from '../contract/network';
import { NUMERAL_SCRIPTS, PLATE_MODELS, SCRIPTS_MODEL } from '../contract/numeral-scripts';
import { openBackend } from './backend';
import { buildNetwork } from './build-network';
import { type FetchFile, fetchModel } from './fetch-model';
import { readManifest } from './read-manifest';

const wasmFolder = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`;
const fetchFile: FetchFile = async (path) => new Uint8Array(await readFile(`public/models/${path}`));

interface Golden {
  readonly shape: number[];
  readonly base64: string;
}

/** What PyTorch gave for committed inputs when these weights were exported. */
async function readGolden(id: string): Promise<{ input: Golden; output: Golden }> {
  return JSON.parse(await readFile(`training/golden/${id}.json`, 'utf8'));
}

const unpack = ({ base64 }: Golden) => new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);

function softmaxOfRows(logits: Float32Array, classes: number): number[] {
  const values: number[] = [];
  for (let start = 0; start < logits.length; start += classes) {
    const row = Array.from(logits.subarray(start, start + classes), Math.exp);
    const total = row.reduce((sum, value) => sum + value, 0);
    values.push(...row.map((value) => value / total));
  }
  return values;
}

/** Probabilities of a golden's logits: softmax over the classes of a classifier or of a line's columns, a logistic function for the heat. */
const probabilities = {
  classifier: softmaxOfRows,
  scripts: softmaxOfRows,
  line: softmaxOfRows,
  'plate-reader': softmaxOfRows,
  'plate-finder': (maps: Float32Array, depth: number) =>
    Array.from(maps, (value, at) => (at % depth === 0 ? 1 / (1 + Math.exp(-value)) : value)),
  locator: (maps: Float32Array, depth: number) =>
    Array.from(maps, (value, at) => (at % depth === 0 ? 1 / (1 + Math.exp(-value)) : Math.exp(Math.min(2, value)))),
};

const MODELS = [
  { id: 'locator', kind: 'locator' },
  { id: 'latin', kind: 'classifier' },
  { id: SCRIPTS_MODEL, kind: 'scripts' },
  { id: 'line', kind: 'line' },
  { id: PLATE_MODELS.finder, kind: PLATE_MODELS.finder },
  { id: PLATE_MODELS.reader, kind: PLATE_MODELS.reader },
] as const;

async function furthestFromGolden(
  id: string,
  kind: (typeof MODELS)[number]['kind'],
  run: Network['run'],
): Promise<number> {
  const golden = await readGolden(id);
  const output = await run(unpack(golden.input), golden.input.shape);
  expect(output.shape).toEqual(golden.output.shape);
  const depth = golden.output.shape.at(-1) ?? 0;
  const expected = probabilities[kind](unpack(golden.output), depth);
  return probabilities[kind](output.data, depth).reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (expected[at] ?? Number.NaN))),
    0,
  );
}

describe.each(MODELS)('the shipped $id', ({ id, kind }) => {
  it.each(['wasm', 'cpu'] as const)('gives on %s what PyTorch gives', async (name) => {
    const backend = await openBackend(name, wasmFolder);
    const model = await fetchModel({ fetchFile, folder: id, kind });
    if (!backend.ok || !model.ok) throw new Error('the backend or the model does not load');
    const network = await buildNetwork(model.value, backend.value);
    expect(await furthestFromGolden(id, kind, (input, shape) => network.run(input, shape))).toBeLessThan(0.01);
    network.dispose();
  });

  it('is a layers model that anyone loads with @tensorflow/tfjs alone', async () => {
    await tfjs.setBackend('cpu');
    const json = JSON.parse(Buffer.from((await fetchFile(`${id}/model.json`)) ?? []).toString());
    const weights = (await fetchFile(`${id}/weights.bin`)) ?? new Uint8Array();
    const model = await tfjs.loadLayersModel(
      tfjs.io.fromMemory({
        modelTopology: json.modelTopology,
        weightSpecs: json.weightsManifest[0].weights,
        weightData: weights.buffer,
      }),
    );
    const run: Network['run'] = async (input, shape) => {
      const output = model.predict(tfjs.tensor(input, [...shape])) as tfjs.Tensor;
      return { data: (await output.data()) as Float32Array, shape: output.shape };
    };
    expect(await furthestFromGolden(id, kind, run)).toBeLessThan(0.01);
    model.dispose();
  });
});

describe('the shipped model of each numeral script', () => {
  const openManifest = async (id: string) => {
    const bytes = await fetchFile(`${id}/manifest.json`);
    return bytes ? readManifest(JSON.parse(Buffer.from(bytes).toString())) : undefined;
  };

  it.each(NUMERAL_SCRIPTS)('$id has a manifest that names its data sets', async ({ id, model }) => {
    const manifest = await openManifest(model);
    if (!manifest) throw new Error(`public/models/${model}/manifest.json is missing or wrong`);
    if (model !== SCRIPTS_MODEL) return;
    const head = manifest.heads?.find(({ script }) => script === id);
    expect(head?.start).toBe(MODEL_CONTRACT.scripts.labelCount * MODEL_CONTRACT.scripts.order.indexOf(id));
    expect(head?.dataSets.length).toBeGreaterThan(0);
    expect(head?.testAccuracy).toBeGreaterThan(0.9);
  });

  it('takes at most 250 kB to fetch', async () => {
    const manifest = await openManifest(SCRIPTS_MODEL);
    const files = await Promise.all((manifest?.files ?? []).map(({ path }) => fetchFile(`${SCRIPTS_MODEL}/${path}`)));
    const bytes = files.reduce((sum, file) => sum + (file ? gzipSync(file).length : 0), 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(250_000);
  });
});

it('what reads number plates takes at most 700 kB to fetch', async () => {
  const paths = Object.values(PLATE_MODELS).flatMap((id) =>
    ['manifest.json', 'model.json', 'weights.bin'].map((file) => `${id}/${file}`),
  );
  const files = await Promise.all(paths.map((path) => fetchFile(path)));
  const bytes = files.reduce((sum, file) => sum + (file ? gzipSync(file).length : 0), 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(700_000);
});

afterAll(() => tfjs.disposeVariables());
