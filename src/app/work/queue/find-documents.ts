import {
  type FormatSignature,
  IMAGE_FORMATS,
  type ImageFormat,
  type ImageFormatId,
} from '../../../contract/image-formats';

const HEAD_BYTES = 16;

/** The format of a file that may have several pages, by its first bytes; null for any other. */
export async function documentFormat(file: File): Promise<ImageFormatId | null> {
  const bytes = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  const head = String.fromCharCode(...new Uint8Array(bytes));
  const found = IMAGE_FORMATS.find(({ hasPages, signature }: ImageFormat) => hasPages && startsAs(head, signature));
  return found?.id ?? null;
}

function startsAs(head: string, signature: FormatSignature): boolean {
  return (
    signature.kind === 'bytes' &&
    signature.anyOf.some((parts) => parts.every(({ at, text }) => head.startsWith(text, at)))
  );
}
