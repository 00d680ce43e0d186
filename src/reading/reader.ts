import type { DecodeImage } from '../contract/accepted-image';
import type { ClassifierCalibration, LineCalibration, LocatorCalibration } from '../contract/model-manifest';
import type { BackendInfo, Network } from '../contract/network';

/** Everything that reading a picture needs, ready to run. */
export interface Reader {
  readonly decode: DecodeImage;
  readonly locator: { readonly network: Network; readonly calibration: LocatorCalibration };
  readonly classifier: { readonly network: Network; readonly calibration: ClassifierCalibration };
  readonly line: { readonly network: Network; readonly calibration: LineCalibration };
  /** Id and version of all models. */
  readonly modelVersion: string;
  readonly backend: BackendInfo;
  /** Frees the networks. */
  dispose(): void;
}
