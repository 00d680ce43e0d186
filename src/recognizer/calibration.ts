import type {
  ClassifierCalibration,
  LineCalibration,
  LocatorCalibration,
  ModelManifest,
  ScriptsCalibration,
} from '../contract/model-manifest';

/** The locator's calibration from its manifest; `undefined` when a number is missing. */
export function readLocatorCalibration(manifest: ModelManifest): LocatorCalibration | undefined {
  const { heatThreshold } = manifest.calibration;
  return heatThreshold === undefined ? undefined : { heatThreshold };
}

/** The classifier's calibration from its manifest; `undefined` when a number is missing. */
export function readClassifierCalibration(manifest: ModelManifest): ClassifierCalibration | undefined {
  const { temperature, sureThreshold, notDigitThreshold } = manifest.calibration;
  if (temperature === undefined || sureThreshold === undefined || notDigitThreshold === undefined) return undefined;
  return { temperature, sureThreshold, notDigitThreshold };
}

/** The calibration of the model of all scripts; `undefined` when a number is missing. */
export function readScriptsCalibration(manifest: ModelManifest): ScriptsCalibration | undefined {
  const { temperature, notDigitThreshold } = manifest.calibration;
  return temperature === undefined || notDigitThreshold === undefined ? undefined : { temperature, notDigitThreshold };
}

/** The line reader's calibration from its manifest; `undefined` when a number is missing. */
export function readLineCalibration(manifest: ModelManifest): LineCalibration | undefined {
  const { temperature } = manifest.calibration;
  return temperature === undefined ? undefined : { temperature };
}
