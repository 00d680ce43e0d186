/** The `manifest.json` beside each model, written by `python3 -m training export` and checked before the first prediction. */
export interface ModelManifest {
  readonly id: string;
  readonly kind: 'locator' | 'classifier' | 'scripts' | 'line' | 'plate-finder' | 'plate-reader';
  readonly version: string;
  readonly contractVersion: number;
  /** The part of the model contract that the model was trained with. */
  readonly contract: Readonly<Record<string, unknown>>;
  /** Every file of the model; `path` is relative to the manifest. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
  /** What export adds to the network; `LocatorCalibration` and `ClassifierCalibration` say how each number is chosen. */
  readonly calibration: Readonly<Record<string, number>>;
  /** Of the model of all numeral scripts: its heads, in the order of its outputs. */
  readonly heads?: readonly ScriptHead[];
}

/** Ten outputs of the model of all numeral scripts: one script's digits. With 'not a digit', the last output, they answer as Latin's classifier does. */
export interface ScriptHead {
  /** Id of a row of NUMERAL_SCRIPTS. */
  readonly script: string;
  /** Output of its 0. */
  readonly start: number;
  /** As `ClassifierCalibration` has it, where the script is known. */
  readonly temperature: number;
  readonly sureThreshold: number;
  /** Digits that were held back from training, and the share of them that is right where the script is known. */
  readonly testCount: number;
  readonly testAccuracy: number;
  /** Data sets of this script, by id. */
  readonly dataSets: readonly string[];
}

/** Chosen by `training/scripts/export.py`; the last is set by hand. */
export interface ScriptsCalibration {
  /** All outputs are divided by this before the softmax that decides the script. */
  readonly temperature: number;
  readonly notDigitThreshold: number;
}

export interface LocatorCalibration {
  /** Peaks below this heat are not digits. Set by hand: `HEAT_THRESHOLD` of `training/export.py`. */
  readonly heatThreshold: number;
}

/** Chosen by `training/calibrate.py` on validation parts, which neither train nor measure; the last is set by hand. */
export interface ClassifierCalibration {
  /** Logits are divided by this before the softmax (Guo et al. 2017). */
  readonly temperature: number;
  /** At or above this probability a digit is 'sure'. */
  readonly sureThreshold: number;
  /** At or above this probability of 'not a digit' a region is dropped. */
  readonly notDigitThreshold: number;
}

export interface LineCalibration {
  /** Logits are divided by this before the softmax. */
  readonly temperature: number;
}
