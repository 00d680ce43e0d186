import { SCRIPTS_MODEL } from '../contract/numeral-scripts';
import { failed, type Result, success } from '../contract/result';
import type { Backend } from '../inference/backend';
import { buildNetwork } from '../inference/build-network';
import { type FetchFile, fetchModel } from '../inference/fetch-model';
import { MODEL_PINS } from '../inference/model-pins';
import type { ScriptsModel, TellBytes } from '../reading/reader';
import { readScriptsCalibration } from './calibration';

/** Opens the model of the other scripts once, when it is first asked for; a failure is forgotten, so that the next call tries again. */
export class ScriptsOpener {
  readonly #fetchFile: FetchFile;
  readonly #backend: Backend;
  #opening: Promise<Result<ScriptsModel>> | undefined;

  constructor(fetchFile: FetchFile, backend: Backend) {
    this.#fetchFile = fetchFile;
    this.#backend = backend;
  }

  async open(onProgress?: TellBytes): Promise<Result<ScriptsModel>> {
    this.#opening ??= this.#open(onProgress);
    const model = await this.#opening;
    if (!model.ok) this.#opening = undefined;
    return model;
  }

  dispose(): void {
    void this.#opening?.then((model) => model.ok && model.value.network.dispose());
  }

  async #open(onProgress?: TellBytes): Promise<Result<ScriptsModel>> {
    const fetched = await fetchModel({
      fetchFile: this.#fetchFile,
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
    const network = await buildNetwork(fetched.value, this.#backend);
    return success({ network, calibration, heads: manifest.heads, version: `${manifest.id} ${manifest.version}` });
  }
}
