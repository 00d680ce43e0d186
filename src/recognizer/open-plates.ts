import { PLATE_MODELS } from '../contract/numeral-scripts';
import { failed, type Result, success } from '../contract/result';
import type { Backend } from '../inference/backend';
import { buildNetwork } from '../inference/build-network';
import { type FetchFile, fetchModel } from '../inference/fetch-model';
import { MODEL_PINS } from '../inference/model-pins';
import type { PlatesModel, TellBytes } from '../reading/reader';
import { readLineCalibration, readLocatorCalibration } from './calibration';
import { OpenOnce } from './open-once';
import { sumBytes } from './sum-bytes';

/** Opens the two networks that read number plates and codes with letters, when they are first asked for. */
export function platesOpener(fetchFile: FetchFile, backend: Backend): OpenOnce<PlatesModel> {
  return new OpenOnce(
    (onProgress) => openPlates(fetchFile, backend, onProgress),
    ({ finder, reader }) => {
      finder.network.dispose();
      reader.network.dispose();
    },
  );
}

async function openPlates(
  fetchFile: FetchFile,
  backend: Backend,
  onProgress?: TellBytes,
): Promise<Result<PlatesModel>> {
  const progressOf = sumBytes(Object.values(PLATE_MODELS), onProgress);
  const fetchOne = (folder: (typeof PLATE_MODELS)[keyof typeof PLATE_MODELS]) =>
    fetchModel({
      fetchFile,
      folder,
      kind: folder,
      manifestSha256: MODEL_PINS[folder],
      onProgress: progressOf(folder),
    });
  const [finder, reader] = await Promise.all([fetchOne(PLATE_MODELS.finder), fetchOne(PLATE_MODELS.reader)]);
  if (!finder.ok) return finder;
  if (!reader.ok) return reader;
  const finderCalibration = readLocatorCalibration(finder.value.manifest);
  const readerCalibration = readLineCalibration(reader.value.manifest);
  if (!finderCalibration || !readerCalibration) {
    return failed({ kind: 'model-mismatch', detail: 'plates: a manifest lacks its calibration' });
  }
  return success({
    finder: { network: await buildNetwork(finder.value, backend), calibration: finderCalibration },
    reader: { network: await buildNetwork(reader.value, backend), calibration: readerCalibration },
    version: [finder, reader].map(({ value: { manifest } }) => `${manifest.id} ${manifest.version}`).join(', '),
  });
}
