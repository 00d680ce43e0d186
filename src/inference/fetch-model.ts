import type { io } from '@tensorflow/tfjs-core';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { ModelManifest } from '../contract/model-manifest';
import { failed, type Result, success } from '../contract/result';
import { readManifest } from './read-manifest';
import { sha256 } from './sha256';

/**
 * Brings one file of the models folder, e.g. 'latin/manifest.json'.
 *
 * @param onBytes told how many bytes of this file have arrived so far
 * @returns `undefined` when the file is missing or does not arrive
 */
export type FetchFile = (
  path: string,
  onBytes?: (loadedBytes: number) => void,
) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/** A model whose contract and bytes have been checked against this version of the program. */
export interface VerifiedModel {
  readonly manifest: ModelManifest;
  readonly artifacts: Readonly<Required<Pick<io.ModelArtifacts, 'modelTopology' | 'weightSpecs' | 'weightData'>>>;
}

export interface FetchModelOptions {
  readonly fetchFile: FetchFile;
  /** Folder of the model under the models folder, e.g. 'latin'. */
  readonly folder: string;
  readonly kind: ModelManifest['kind'];
  /** SHA-256 of the manifest that this program was built with; without it any manifest of the contract will do. */
  readonly manifestSha256?: string | undefined;
  readonly onProgress?: (loadedBytes: number, totalBytes: number) => void;
}

const MODEL_FILE = 'model.json';

/**
 * Fetches a model and checks it before anything runs: the contract it was trained with must be `MODEL_CONTRACT`, and
 * every file must have the length and SHA-256 that its manifest states.
 *
 * @returns 'model-unavailable' when a file does not arrive, 'model-mismatch' when the files do not fit the program
 */
export async function fetchModel(options: FetchModelOptions): Promise<Result<VerifiedModel>> {
  const { fetchFile, folder, kind, manifestSha256 } = options;
  const unavailable = (path: string) => failed({ kind: 'model-unavailable', detail: `${folder}/${path}` } as const);
  const mismatch = (detail: string) => failed({ kind: 'model-mismatch', detail: `${folder}: ${detail}` } as const);

  const manifestBytes = await fetchFile(`${folder}/manifest.json`);
  if (!manifestBytes) return unavailable('manifest.json');
  if (manifestSha256 && (await sha256(manifestBytes)) !== manifestSha256) {
    return mismatch('the model belongs to another version of the program');
  }
  const manifest = readManifest(parseJson(manifestBytes));
  if (!manifest) return mismatch('manifest.json is not a manifest');
  if (manifest.kind !== kind) return mismatch(`the model is a ${manifest.kind}, not a ${kind}`);
  if (manifest.contractVersion !== MODEL_CONTRACT.version || !isSame(manifest.contract, MODEL_CONTRACT[kind])) {
    return mismatch('the model was trained for another contract');
  }

  const files = await fetchFiles(options, manifest);
  for (const [index, expected] of manifest.files.entries()) {
    const bytes = files[index];
    if (!bytes) return unavailable(expected.path);
    const isIntact = bytes.length === expected.bytes && (await sha256(bytes)) === expected.sha256.toLowerCase();
    if (!isIntact) return mismatch(`${expected.path} is not the file that the manifest describes`);
  }
  const byPath = new Map(manifest.files.map((file, index) => [file.path, files[index]!]));
  const artifacts = readArtifacts(byPath);
  return artifacts ? success({ manifest, artifacts }) : mismatch(`${MODEL_FILE} or a weight file is missing`);
}

function fetchFiles({ fetchFile, folder, onProgress }: FetchModelOptions, manifest: ModelManifest) {
  const totalBytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const loaded = manifest.files.map(() => 0);
  return Promise.all(
    manifest.files.map((file, index) =>
      fetchFile(`${folder}/${file.path}`, (loadedBytes) => {
        loaded[index] = loadedBytes;
        onProgress?.(
          loaded.reduce((sum, bytes) => sum + bytes, 0),
          totalBytes,
        );
      }),
    ),
  );
}

interface LayersModelJson {
  readonly modelTopology: object;
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: io.WeightsManifestEntry[];
  }[];
}

/** Puts together what tfjs loads; `undefined` when a file that `model.json` names was not verified. */
function readArtifacts(files: ReadonlyMap<string, Uint8Array>): VerifiedModel['artifacts'] | undefined {
  const modelBytes = files.get(MODEL_FILE);
  const model = modelBytes && (parseJson(modelBytes) as LayersModelJson | undefined);
  if (!model?.modelTopology || !model.weightsManifest) return undefined;
  const shards = model.weightsManifest.flatMap((group) => group.paths.map((path) => files.get(path)));
  if (shards.some((shard) => shard === undefined)) return undefined;
  return {
    modelTopology: model.modelTopology,
    weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
    weightData: concatenate(shards as Uint8Array[]),
  };
}

function concatenate(shards: readonly Uint8Array[]): ArrayBuffer {
  const joined = new Uint8Array(shards.reduce((sum, shard) => sum + shard.length, 0));
  let offset = 0;
  for (const shard of shards) {
    joined.set(shard, offset);
    offset += shard.length;
  }
  return joined.buffer;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Equal as JSON values, whatever the order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => isSame(one[key as keyof typeof one], other[key as keyof typeof other]))
  );
}
