import type { AcceptedImage } from '../contract/accepted-image';
import type { RecognitionFailure } from '../contract/failure';
import { formatOf, mediaType } from '../contract/image-formats';
import { LIMITS } from '../contract/limits';
import { failed, type Result, success } from '../contract/result';
import { readDeclaredSize } from './declared-size';
import { encodingOf } from './markup-root';
import { sniffFormat } from './sniff-format';

/** As many first bytes as every signature needs. */
const SNIFFED_BYTES = 4096;

/** An accepted picture with the bytes of its file, for whoever keeps them. */
export interface AcceptedFile {
  readonly image: AcceptedImage;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Looks at a file's bytes, never at its name or MIME type, and refuses what cannot or should not be decoded: empty
 * files, files over `LIMITS.maxFileBytes`, other formats (naming what the file seems to be), and pictures whose header
 * claims more than `LIMITS.maxSourcePixels` (before any decoder allocates memory for them). Reads the file once.
 */
export async function acceptFile(file: File): Promise<Result<AcceptedFile>> {
  const refuse = refusalOf(file);
  if (file.size === 0) return refuse({ kind: 'empty-file' });
  if (file.size > LIMITS.maxFileBytes) return tooLarge(file);
  const bytes = await readBytes(file);
  return bytes
    ? acceptBytes(bytes, file)
    : refuse({ kind: 'undecodable', detail: 'the file could not be read from the disk' });
}

/** `acceptFile` for a file whose bytes are at hand. */
export function acceptBytes(bytes: Uint8Array<ArrayBuffer>, file: File): Result<AcceptedFile> {
  const refuse = refusalOf(file);
  const sniffed = sniffFormat(bytes);
  if (sniffed.kind !== 'image') {
    return refuse({ kind: 'unsupported-format', ...(sniffed.id && { foundFormat: sniffed.id }) });
  }
  const { format } = sniffed;
  // Its pages come as pictures of their own; where nobody takes it apart, as on the command line, it is none.
  if (formatOf(format).decodedBy === 'pages')
    return refuse({ kind: 'unsupported-format', foundFormat: 'pdf-document' });
  const declaredSize = readDeclaredSize(format, bytes);
  if (declaredSize && declaredSize.width * declaredSize.height > LIMITS.maxSourcePixels) {
    return refuse({ kind: 'too-large', detail: `${declaredSize.width} x ${declaredSize.height} pixels` });
  }
  const utf8 = format === 'svg' ? toUtf8(bytes) : bytes;
  const typed = withType(file, mediaType(format), utf8 === bytes ? file : utf8);
  return success({ image: { file: typed, format, ...(declaredSize && { declaredSize }) }, bytes: utf8 });
}

/** What is no picture is told apart by its first bytes: a long video is no large picture. */
async function tooLarge(file: File): Promise<Result<never>> {
  const refuse = refusalOf(file);
  const start = await readBytes(file.slice(0, SNIFFED_BYTES));
  const sniffed = start && sniffFormat(start);
  return sniffed?.kind === 'foreign' && sniffed.id
    ? refuse({ kind: 'unsupported-format', foundFormat: sniffed.id })
    : refuse({ kind: 'too-large', detail: `${file.size} bytes` });
}

function refusalOf({ name }: File) {
  return (failure: Omit<RecognitionFailure, 'fileName'>) => failed({ ...failure, fileName: name });
}

/** A file that is made of another one refers to it, so that nothing is read or copied for its type. */
function withType(file: File, type: string, content: File | Uint8Array<ArrayBuffer>): File {
  return content === file && file.type === type ? file : new File([content], file.name, { type });
}

/** `undefined` when the file was deleted, moved or locked after it had been picked. */
async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** One encoding for all that draw SVG; a declaration of another one goes with it. */
function toUtf8(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') return bytes;
  const text = new TextDecoder(encoding).decode(bytes);
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?)\sencoding\s*=\s*(?:"[^"]*"|'[^']*')/, '$1'));
}
