import { FOREIGN_FORMATS } from '../contract/foreign-formats';
import { type FormatSignature, IMAGE_FORMATS, type ImageFormatId, type SignaturePart } from '../contract/image-formats';
import { decodeText, markupRoot } from './markup-root';

export type SniffedFormat =
  | { readonly kind: 'image'; readonly format: ImageFormatId }
  /** `id` says what the file seems to be; absent when nothing is known about these bytes. */
  | { readonly kind: 'foreign'; readonly id?: string };

/** Tells a file's format from its bytes. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  const text = decodeText(bytes);
  const root = text === undefined ? undefined : markupRoot(text);
  const matches = (signature: FormatSignature) => matchesSignature(signature, bytes, root);

  const image = IMAGE_FORMATS.find((format) => matches(format.signature));
  if (image) return { kind: 'image', format: image.id };
  const foreign = FOREIGN_FORMATS.find((format) => matches(format.signature));
  if (foreign) return { kind: 'foreign', id: foreign.id };
  if (root !== undefined) return { kind: 'foreign', id: 'xml-document' };
  return text === undefined ? { kind: 'foreign' } : { kind: 'foreign', id: 'text-file' };
}

function matchesSignature(signature: FormatSignature, bytes: Uint8Array, root: string | undefined): boolean {
  switch (signature.kind) {
    case 'bytes':
      return signature.anyOf.some((parts) => parts.every((part) => hasPart(bytes, part)));
    case 'brand': {
      const brands = mediaBrands(bytes);
      return signature.brands.length === 0
        ? brands.length > 0
        : brands.some((brand) => signature.brands.includes(brand));
    }
    case 'markup':
      return root !== undefined && signature.roots.includes(root);
  }
}

function hasPart(bytes: Uint8Array, part: SignaturePart): boolean {
  for (let index = 0; index < part.text.length; index += 1) {
    if (bytes[part.at + index] !== part.text.charCodeAt(index)) return false;
  }
  return true;
}

/** Major and compatible brands of an ISO base media file (ISO/IEC 14496-12, 4.3); empty for any other file. */
function mediaBrands(bytes: Uint8Array): string[] {
  if (!hasPart(bytes, { at: 4, text: 'ftyp' })) return [];
  const boxLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const end = Math.min(boxLength, bytes.length, 1024);
  const brands = [latin1(bytes, 8)];
  for (let offset = 16; offset + 4 <= end; offset += 4) brands.push(latin1(bytes, offset));
  return brands;
}

function latin1(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}
