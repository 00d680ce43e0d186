import type { ModelManifest } from '../../../contract/model-manifest';
import type { Verdict } from '../../../contract/recognition';
import type { ResultGroup } from '../../../scoring/result-group';

/** What every figure of `npm run evaluate` has, as `npm run results` copies it for the model page. Shares are 0..1. */
interface MeasuredRow {
  readonly group: ResultGroup;
  readonly name: string;
  /** Which part was measured. */
  readonly split: string;
  readonly count: number;
}

/** How far the reader's confidence can be believed. */
interface Confidence {
  readonly calibrationError: number;
  readonly sureShare: number;
  readonly checkShare: number;
  readonly sureAccuracy: number;
  readonly reliability: readonly ReliabilityBin[];
}

/** The share that is right, with its interval. */
export interface ShareFigures {
  readonly name: string;
  readonly count: number;
  readonly exact: number;
  readonly wilson95: readonly [number, number];
  /** Share of pictures in which a digit was read for sure; for pictures without digits. */
  readonly withSureDigit?: number;
}

/** A data set. */
export interface EvaluationFigures extends MeasuredRow, ShareFigures, Confidence {
  readonly group: 'sets';
  readonly kind: 'strings' | 'singles';
  readonly stage: 'pipeline' | 'classifier';
  readonly digitAccuracy: number;
  readonly blank: number;
  /** Rows are true digits, columns the digit read; for sets of single digits. */
  readonly confusion?: readonly (readonly number[])[];
}

/** All real sets together. */
export interface ConfidenceFigures extends MeasuredRow, Confidence {
  readonly group: 'together';
}

/** Pictures in parts that were made hard, changed or damaged, or that hold no digit. */
export interface CheckFigures extends MeasuredRow, ShareFigures {
  readonly group: Exclude<ResultGroup, 'sets' | 'together'>;
  readonly parts: readonly ShareFigures[];
}

export interface ReliabilityBin {
  readonly confidence: number;
  readonly accuracy: number;
  readonly count: number;
}

/** `public/model-card/results.json` */
export type ResultsFile = readonly (EvaluationFigures | ConfidenceFigures | CheckFigures)[];

/** Small pictures in one file: cells of `cell` pixels, row by row. */
export interface Sprite {
  readonly path: string;
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
}

/** `public/model-card/mistakes.json`, written by `npm run write:mistakes` */
export interface MistakesFile {
  readonly set: string;
  readonly part: string;
  readonly pictures: number;
  readonly wrong: number;
  /** The result on the digits of 'Test on this device', measured in Node. */
  readonly sameSample: { readonly pictures: number; readonly right: number };
  /** SHA-256 of the classifier's weights that made these mistakes. */
  readonly weights: string;
  readonly sprite: Sprite;
  readonly mistakes: readonly {
    readonly index: number;
    readonly label: number;
    readonly read: number;
    readonly confidence: number;
    readonly verdict: Verdict;
  }[];
}

/** What training adds to a manifest beyond what loading needs; older manifests lack some of it. */
export interface CardManifest extends ModelManifest {
  readonly parameters?: number;
  readonly dataSets?: readonly TrainingSet[];
  readonly fonts?: readonly string[];
  /** How many handwriting fonts wrote digits and words for training. */
  readonly handwritingFonts?: number;
  readonly steps?: number;
}

export interface DataSetRow {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly license: string;
}

/** A set that a network learned from. */
export interface TrainingSet extends DataSetRow {
  readonly terms: 'open' | 'research' | 'none-stated';
}

/** `dataset.json` beside the classifier, written by `npm run train -- explore` */
export interface DatasetFile {
  readonly sets: readonly (DataSetRow & { readonly parts: readonly DatasetPart[] })[];
  readonly duplicates?: readonly {
    readonly measures: string;
    readonly trains: string;
    readonly exact: number;
    readonly near: number;
  }[];
}

export interface DatasetPart {
  readonly name: string;
  /** 'trains', 'chooses' (development and calibration) or 'measures'. */
  readonly use: string;
  readonly pictures: number;
  /** How many of each digit 0..9. */
  readonly classes: readonly number[];
  readonly doubtfulLabels?: { readonly checked: number; readonly neighbors: { readonly count: number } };
  readonly figures?: { readonly samples: Sprite; readonly means: Sprite };
}

/** The part of a TensorFlow.js layers model that the summary reads. */
export interface LayersModelFile {
  readonly modelTopology: { readonly config: { readonly layers: readonly ModelLayer[] } };
  readonly weightsManifest: readonly {
    readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
  }[];
}

export interface ModelLayer {
  readonly name: string;
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inbound_nodes: readonly (readonly (readonly [string, number, number, ...unknown[]])[])[];
}
