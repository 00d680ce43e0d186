import { SCRIPTS_MODEL } from '../contract/numeral-scripts';
import { failed, type Result, success } from '../contract/result';
import type { Backend } from '../inference/backend';
import { buildNetwork } from '../inference/build-network';
import { type FetchFile, fetchModel } from '../inference/fetch-model';
import { MODEL_PINS } from '../inference/model-pins';
import type { ScriptsModel, TellBytes } from '../reading/reader';
import { readScriptsCalibration } from './calibration';
import { OpenOnce } from './open-once';

/** Opens the model of the other scripts, when it is first asked for. */
export function scriptsOpener(fetchFile: FetchFile, backend: Backend): OpenOnce<ScriptsModel> {
  return new OpenOnce(
    (onProgress) => openScripts(fetchFile, backend, onProgress),
    ({ network }) => network.dispose(),
  );
}

async function openScripts(
  fetchFile: FetchFile,
  backend: Backend,
  onProgress?: TellBytes,
): Promise<Result<ScriptsModel>> {
  const fetched = await fetchModel({
    fetchFile,
    folder: SCRIPTS_MODEL,
    kind: 'scripts',
    manifestSha256: MODEL_PINS[SCRIPTS_MODEL],
    ...(onProgress && { onProgress }),
  });
  if (!fetched.ok) return fetched;
  const { manifest } = fetched.value;
  const calibration = readScriptsCalibration(manifest);
  if (!calibration || !manifest.heads) {
    return failed({ kind: 'model-mismatch', detail: `${SCRIPTS_MODEL}: the manifest lacks its calibration` });
  }
  const network = await buildNetwork(fetched.value, backend);
  return success({ network, calibration, heads: manifest.heads, version: `${manifest.id} ${manifest.version}` });
}
