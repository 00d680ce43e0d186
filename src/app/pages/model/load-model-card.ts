import { PLATE_MODELS, SCRIPTS_MODEL } from '../../../contract/numeral-scripts';
import { failed, type Result, success } from '../../../contract/result';
import type { CardManifest, DatasetFile, LayersModelFile, MistakesFile, ResultsFile } from './card-files';
import { type NetworkSummary, summarizeLayers } from './summarize-layers';

/** One network as it is shipped. */
export interface CardNetwork {
  readonly manifest: CardManifest;
  readonly summary: NetworkSummary;
}

/** All that the page shows; null is what has not been measured or written yet. */
export interface ModelCard {
  readonly classifier: CardNetwork;
  readonly locator: CardNetwork;
  readonly line: CardNetwork;
  /** Of the model of the other scripts, whose size nobody pays who does not use it. */
  readonly scripts: CardManifest | null;
  /** Those that read number plates and codes with letters, of which the same is true. */
  readonly plates: { readonly finder: CardNetwork; readonly reader: CardNetwork } | null;
  readonly dataset: DatasetFile | null;
  readonly results: ResultsFile;
  readonly mistakes: MistakesFile | null;
}

/** Folder of the classifier's files on the site. */
export const CLASSIFIER_FOLDER = 'models/latin/';
const LOCATOR_FOLDER = 'models/locator/';
const LINE_FOLDER = 'models/line/';
const SCRIPTS_FOLDER = `models/${SCRIPTS_MODEL}/`;
/** Folder of the page's own files on the site. */
export const CARD_FOLDER = 'model-card/';

/**
 * Fetches the files that training and measuring wrote.
 *
 * @returns 'model-unavailable' when the models' own files do not arrive; whatever else is missing is left out
 */
export async function loadModelCard(signal: AbortSignal): Promise<Result<ModelCard>> {
  const [classifier, locator, line, scripts, finder, reader, dataset, results, mistakes] = await Promise.all([
    fetchNetwork(CLASSIFIER_FOLDER, signal),
    fetchNetwork(LOCATOR_FOLDER, signal),
    fetchNetwork(LINE_FOLDER, signal),
    fetchJson<CardManifest>(`${SCRIPTS_FOLDER}manifest.json`, signal),
    fetchNetwork(`models/${PLATE_MODELS.finder}/`, signal),
    fetchNetwork(`models/${PLATE_MODELS.reader}/`, signal),
    fetchJson<DatasetFile>(`${CLASSIFIER_FOLDER}dataset.json`, signal),
    fetchJson<ResultsFile>(`${CARD_FOLDER}results.json`, signal),
    fetchJson<MistakesFile>(`${CARD_FOLDER}mistakes.json`, signal),
  ]);
  signal.throwIfAborted();
  if (!classifier || !locator || !line) {
    return failed({ kind: 'model-unavailable', detail: 'models/*/{manifest,model}.json' });
  }
  const plates = finder && reader && { finder, reader };
  return success({ classifier, locator, line, scripts, plates, dataset, results: results ?? [], mistakes });
}

async function fetchNetwork(folder: string, signal: AbortSignal): Promise<CardNetwork | null> {
  const [manifest, model] = await Promise.all([
    fetchJson<CardManifest>(`${folder}manifest.json`, signal),
    fetchJson<LayersModelFile>(`${folder}model.json`, signal),
  ]);
  return manifest && model ? { manifest, summary: summarizeLayers(model) } : null;
}

/** The files come from the same build as this page, so their shape is known. */
async function fetchJson<File>(path: string, signal: AbortSignal): Promise<File | null> {
  try {
    const response = await fetch(path, { signal });
    return response.ok ? ((await response.json()) as File) : null;
  } catch {
    return null;
  }
}
