import type { DecodeImage } from '../contract/accepted-image';
import type {
  ClassifierCalibration,
  LineCalibration,
  LocatorCalibration,
  ScriptHead,
  ScriptsCalibration,
} from '../contract/model-manifest';
import type { BackendInfo, Network } from '../contract/network';
import type { NumeralScriptId } from '../contract/numeral-scripts';
import type { Result } from '../contract/result';

/** The model that reads every script but Latin, and tells them apart. */
export interface ScriptsModel {
  readonly network: Network;
  readonly calibration: ScriptsCalibration;
  readonly heads: readonly ScriptHead[];
  /** Id and version. */
  readonly version: string;
}

/** The two networks that read number plates and codes with letters. */
export interface PlatesModel {
  readonly finder: { readonly network: Network; readonly calibration: LocatorCalibration };
  readonly reader: { readonly network: Network; readonly calibration: LineCalibration };
  /** Ids and versions. */
  readonly version: string;
}

export type TellBytes = (loadedBytes: number, totalBytes: number) => void;

/** Everything that reading a picture needs, ready to run. */
export interface Reader {
  readonly decode: DecodeImage;
  readonly locator: { readonly network: Network; readonly calibration: LocatorCalibration };
  readonly classifier: {
    readonly network: Network;
    readonly calibration: ClassifierCalibration;
    /** Whose digits it reads; absent: Latin's. */
    readonly script?: NumeralScriptId;
  };
  readonly line: { readonly network: Network; readonly calibration: LineCalibration };
  /** Loads the model of the other scripts, once. */
  openScripts(onProgress?: TellBytes): Promise<Result<ScriptsModel>>;
  /** Loads what reads number plates and codes with letters, once. */
  openPlates(onProgress?: TellBytes): Promise<Result<PlatesModel>>;
  /** Id and version of all models that are always there. */
  readonly modelVersion: string;
  readonly backend: BackendInfo;
  /** Frees the networks. */
  dispose(): void;
}
