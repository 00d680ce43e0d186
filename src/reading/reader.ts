import type { DecodeImage } from '../contract/accepted-image';
import type { ClassifierCalibration, LocatorCalibration } from '../contract/model-manifest';
import type { BackendInfo, Network } from '../contract/network';

/** Everything that reading a picture needs, ready to run. */
export interface Reader {
  readonly decode: DecodeImage;
  readonly locator: { readonly network: Network; readonly calibration: LocatorCalibration };
  readonly classifier: { readonly network: Network; readonly calibration: ClassifierCalibration };
  /** Id and version of both models. */
  readonly modelVersion: string;
  readonly backend: BackendInfo;
  /** Frees both networks. */
  dispose(): void;
}
