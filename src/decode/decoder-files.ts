import libheifWasm from 'libheif-js/libheif-wasm/libheif.wasm?url';
import pdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { AcceptedImage } from '../contract/accepted-image';
import type { ImageFormatId } from '../contract/image-formats';
import { failed, type Result, success } from '../contract/result';
import { browserDecodes } from './browser-decodes';

interface DecoderFile {
  readonly url: string;
  /** Before any compression on the way. */
  readonly bytes: number;
}

/** What a decoder needs beside its script, where that is large. */
const DECODER_FILES: Readonly<Partial<Record<ImageFormatId, DecoderFile>>> = {
  pdf: { url: new URL(pdfWorker, import.meta.url).href, bytes: import.meta.env.PDF_WORKER_BYTES },
  heic: { url: new URL(libheifWasm, import.meta.url).href, bytes: import.meta.env.LIBHEIF_WASM_BYTES },
};

/**
 * Fetches the large file of a format's decoder, once: the second time it comes from the browser's cache or from the device.
 *
 * @returns an empty buffer for formats that need none
 */
export async function fetchDecoder(
  format: ImageFormatId,
  onProgress: (loadedBytes: number, totalBytes: number) => void = () => undefined,
): Promise<Result<ArrayBuffer>> {
  const file = DECODER_FILES[format];
  if (!file) return success(new ArrayBuffer(0));
  try {
    const response = await fetch(file.url);
    if (!response.ok) return failed({ kind: 'model-unavailable', detail: `${file.url}: ${response.status}` });
    let loadedBytes = 0;
    const counted = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(part, controller) {
          loadedBytes += part.length;
          onProgress(loadedBytes, file.bytes);
          controller.enqueue(part);
        },
      }),
    );
    return success(await new Response(counted ?? null).arrayBuffer());
  } catch (error) {
    return failed({ kind: 'model-unavailable', detail: `${file.url}: ${error}` });
  }
}

/** `fetchDecoder` for a picture, where this browser does not decode it by itself. The bytes are in the browser's cache then. */
export async function fetchDecoderFor(
  image: Pick<AcceptedImage, 'file' | 'format'>,
  onProgress: (loadedBytes: number, totalBytes: number) => void,
): Promise<Result<null>> {
  if (!DECODER_FILES[image.format] || (await browserDecodes(image))) return success(null);
  const fetched = await fetchDecoder(image.format, onProgress);
  return fetched.ok ? success(null) : fetched;
}
