import type { DecodeImage } from '../contract/accepted-image';
import type { ModelManifest } from '../contract/model-manifest';
import type { BackendInfo } from '../contract/network';
import { DEFAULT_SCRIPT, LINE_MODEL, LOCATOR_MODEL, scriptRow } from '../contract/numeral-scripts';
import { failed, type Result, success } from '../contract/result';
import type { WasmFiles } from '../inference/backend';
import type { BackendName } from '../inference/backend-name';
import { buildNetwork } from '../inference/build-network';
import { chooseBackend } from '../inference/choose-backend';
import { type FetchFile, fetchModel, type VerifiedModel } from '../inference/fetch-model';
import { MODEL_PINS } from '../inference/model-pins';
import type { Reader } from '../reading/reader';
import { readClassifierCalibration, readLineCalibration, readLocatorCalibration } from './calibration';
import { platesOpener } from './open-plates';
import { scriptsOpener } from './open-scripts';
import type { PrepareOptions } from './recognizer';
import { sumBytes } from './sum-bytes';

export interface OpenReaderOptions extends PrepareOptions {
  readonly location: BackendInfo['location'];
  /** Backends to try, best first. */
  readonly candidates: readonly BackendName[];
  /** Use this one or none. */
  readonly forcedBackend?: BackendName | undefined;
  /** Those that died in this thread. */
  readonly lostBackends?: ReadonlySet<BackendName>;
  readonly wasmFiles: WasmFiles;
  readonly fetchFile: FetchFile;
  readonly decode: DecodeImage;
}

/** Chooses the backend while the models are fetched and verified, then builds the networks on it. */
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

  const { locator, classifier, line } = models.value;
  const locatorCalibration = readLocatorCalibration(locator.manifest);
  const classifierCalibration = readClassifierCalibration(classifier.manifest);
  const lineCalibration = readLineCalibration(line.manifest);
  if (!locatorCalibration || !classifierCalibration || !lineCalibration) {
    return failed({ kind: 'model-mismatch', detail: 'a manifest lacks its calibration' });
  }
  const { backend, info } = chosen.value;
  const networks = {
    locator: await buildNetwork(locator, backend),
    classifier: await buildNetwork(classifier, backend),
    line: await buildNetwork(line, backend),
  };
  const scripts = scriptsOpener(options.fetchFile, backend);
  const plates = platesOpener(options.fetchFile, backend);
  return success({
    decode: options.decode,
    locator: { network: networks.locator, calibration: locatorCalibration },
    classifier: { network: networks.classifier, calibration: classifierCalibration },
    line: { network: networks.line, calibration: lineCalibration },
    modelVersion: [locator, classifier, line].map(({ manifest }) => `${manifest.id} ${manifest.version}`).join(', '),
    backend: info,
    openScripts: (onProgress) => scripts.open(onProgress),
    openPlates: (onProgress) => plates.open(onProgress),
    dispose() {
      scripts.dispose();
      plates.dispose();
      for (const network of Object.values(networks)) network.dispose();
    },
  });
}

const MODEL_KINDS = ['locator', 'classifier', 'line'] as const satisfies readonly ModelManifest['kind'][];
type ModelKind = (typeof MODEL_KINDS)[number];
type Models = Readonly<Record<ModelKind, VerifiedModel>>;

async function fetchModels({ fetchFile, onProgress }: OpenReaderOptions): Promise<Result<Models>> {
  const progressOf = sumBytes(MODEL_KINDS, onProgress);
  const fetchOne = (kind: ModelKind, folder: string) =>
    fetchModel({ fetchFile, folder, kind, manifestSha256: MODEL_PINS[folder], onProgress: progressOf(kind) });

  const [locator, classifier, line] = await Promise.all([
    fetchOne('locator', LOCATOR_MODEL),
    fetchOne('classifier', scriptRow(DEFAULT_SCRIPT).model),
    fetchOne('line', LINE_MODEL),
  ]);
  if (!locator.ok) return locator;
  if (!classifier.ok) return classifier;
  if (!line.ok) return line;
  return success({ locator: locator.value, classifier: classifier.value, line: line.value });
}
