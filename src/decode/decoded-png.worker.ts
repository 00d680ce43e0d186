import type { AcceptedImage } from '../contract/accepted-image';
import { appDecoderOf } from './app-decoders';
import { BROWSER_HOST } from './browser-host';

/** Answers an accepted picture with a PNG of its pixels, or with why there is none. */
export type DecodedPng = { readonly png: Blob } | { readonly detail: string };

self.addEventListener('message', async ({ data }: MessageEvent<AcceptedImage>) => {
  self.postMessage(await decodedPng(data).catch((error: unknown): DecodedPng => ({ detail: String(error) })));
});

async function decodedPng(image: AcceptedImage): Promise<DecodedPng> {
  const load = appDecoderOf(image.format);
  if (!load) throw new Error(`${image.format} has no decoder here`);
  const decoded = await (await load(BROWSER_HOST))(image);
  if (!decoded.ok) return { detail: decoded.failure.detail ?? decoded.failure.kind };
  const { width, height, data } = decoded.value;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return { png: await canvas.convertToBlob({ type: 'image/png' }) };
}
