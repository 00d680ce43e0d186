import type { PixelImage } from '../contract/image';
import { acceptBytes } from '../intake/accept-file';
import { decodeInNode } from './decode-in-node';

/** Accepts and decodes the bytes of a picture. */
export async function decodeBytes(bytes: Uint8Array) {
  const copy = new Uint8Array(bytes);
  const accepted = acceptBytes(copy, new File([copy], 'picture'));
  return accepted.ok ? decodeInNode(accepted.value.image) : accepted;
}

/** @throws when the picture is refused */
export async function pixelsOf(bytes: Uint8Array): Promise<PixelImage> {
  const decoded = await decodeBytes(bytes);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.failure));
  return decoded.value;
}

/** Of a gray picture, row by row. */
export function graysOf({ data }: PixelImage): number[] {
  return Array.from({ length: data.length / 4 }, (_, index) => data[index * 4]!);
}
