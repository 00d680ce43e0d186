import type { AcceptedImage } from '../contract/accepted-image';
import type { DecodedPng } from './decoded-png.worker';

const made = new WeakMap<AcceptedImage, Promise<Blob>>();

/**
 * A PNG of a picture that no browser shows, made once, in a worker that ends with it: the page does not freeze and the
 * decoder's memory is given back.
 *
 * @returns rejects when the picture is damaged
 */
export function decodedPng(image: AcceptedImage): Promise<Blob> {
  const known = made.get(image);
  if (known) return known;
  const png = makePng(image);
  made.set(image, png);
  png.catch(() => made.delete(image));
  return png;
}

async function makePng(image: AcceptedImage): Promise<Blob> {
  const worker = new Worker(new URL('./decoded-png.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<DecodedPng>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<DecodedPng>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(image);
    });
    if ('detail' in answer) throw new Error(answer.detail);
    return answer.png;
  } finally {
    worker.terminate();
  }
}
