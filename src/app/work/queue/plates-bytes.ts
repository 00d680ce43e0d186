import { PLATE_MODELS } from '../../../contract/numeral-scripts';
import { MODEL_BYTES } from '../../../inference/model-pins';

/** What loading the reader of letters costs. */
export const PLATES_BYTES = Object.values(PLATE_MODELS).reduce((sum, folder) => sum + (MODEL_BYTES[folder] ?? 0), 0);
