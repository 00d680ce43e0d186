import type { RgbaPixels } from '../imaging/rgba-pixels';
import type { Libheif } from './libheif';

/** What the app's own decoders need of the browser or Node that they run in. */
export interface DecoderHost {
  /** Pixels of a JPEG file that is part of another file. Rejects when it is damaged. */
  readonly decodeJpeg: (jpeg: Uint8Array<ArrayBuffer>) => Promise<RgbaPixels>;
  /** Hands out libheif, started when it was not there yet. Whatever `work` throws is taken for a fault in libheif itself. */
  readonly useLibheif: <Made>(work: (libheif: Libheif) => Promise<Made>) => Promise<Made>;
}
