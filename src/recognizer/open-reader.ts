import type { DecodeImage } from '../contract/accepted-image';
import type { BackendInfo } from '../contract/network';
import { LOCATOR_MODEL, NUMERAL_SCRIPTS, type NumeralScriptId } from '../contract/numeral-scripts';
import { failed, type Result, success } from '../contract/result';
import type { WasmFiles } from '../inference/backend';
import type { BackendName } from '../inference/backend-name';
import { buildNetwork } from '../inference/build-network';
import { chooseBackend } from '../inference/choose-backend';
import { type FetchFile, fetchModel, type VerifiedModel } from '../inference/fetch-model';
import { MODEL_PINS } from '../inference/model-pins';
import type { Reader } from '../reading/reader';
import { readClassifierCalibration, readLocatorCalibration } from './calibration';
import type { PrepareOptions } from './recognizer';

export interface OpenReaderOptions extends PrepareOptions {
  readonly location: BackendInfo['location'];
  /** Backends to try, best first. */
  readonly candidates: readonly BackendName[];
  /** Use this one or none. */
  readonly forcedBackend?: BackendName | undefined;
  /** Those that died in this thread. */
  readonly lostBackends?: ReadonlySet<BackendName>;
  readonly script: NumeralScriptId;
  readonly wasmFiles: WasmFiles;
  readonly fetchFile: FetchFile;
  readonly decode: DecodeImage;
}

/** Chooses the backend while both models are fetched and verified, then builds the networks on it. */
export async function openReader(options: OpenReaderOptions): Promise<Result<Reader>> {
  const [chosen, models] = await Promise.all([
    chooseBackend({
      location: options.location,
      candidates: options.candidates,
      forced: options.forcedBackend,
      lost: options.lostBackends ?? new Set(),
      wasmFiles: options.wasmFiles,
    }),
    fetchModels(options),
  ]);
  if (!chosen.ok) return chosen;
  if (!models.ok) return models;

  const { locator, classifier } = models.value;
  const locatorCalibration = readLocatorCalibration(locator.manifest);
  const classifierCalibration = readClassifierCalibration(classifier.manifest);
  if (!locatorCalibration || !classifierCalibration) {
    return failed({ kind: 'model-mismatch', detail: 'a manifest lacks its calibration' });
  }
  const { backend, info } = chosen.value;
  const locatorNetwork = await buildNetwork(locator, backend);
  const classifierNetwork = await buildNetwork(classifier, backend);
  return success({
    decode: options.decode,
    locator: { network: locatorNetwork, calibration: locatorCalibration },
    classifier: { network: classifierNetwork, calibration: classifierCalibration },
    modelVersion: [locator, classifier].map(({ manifest }) => `${manifest.id} ${manifest.version}`).join(', '),
    backend: info,
    dispose() {
      locatorNetwork.dispose();
      classifierNetwork.dispose();
    },
  });
}

interface Models {
  readonly locator: VerifiedModel;
  readonly classifier: VerifiedModel;
}

async function fetchModels({ fetchFile, script, onProgress }: OpenReaderOptions): Promise<Result<Models>> {
  const { classifier: classifierFolder } = NUMERAL_SCRIPTS.find((row) => row.id === script)!;
  const loaded = { locator: [0, 0], classifier: [0, 0] };
  const progressOf = (kind: keyof typeof loaded) => (loadedBytes: number, totalBytes: number) => {
    loaded[kind] = [loadedBytes, totalBytes];
    const [loadedSum, totalSum] = loaded.locator.map((bytes, index) => bytes + loaded.classifier[index]!);
    onProgress?.(loadedSum!, totalSum!);
  };
  const fetchOne = (kind: keyof typeof loaded, folder: string) =>
    fetchModel({ fetchFile, folder, kind, manifestSha256: MODEL_PINS[folder], onProgress: progressOf(kind) });

  const [locator, classifier] = await Promise.all([
    fetchOne('locator', LOCATOR_MODEL),
    fetchOne('classifier', classifierFolder),
  ]);
  if (!locator.ok) return locator;
  if (!classifier.ok) return classifier;
  return success({ locator: locator.value, classifier: classifier.value });
}
