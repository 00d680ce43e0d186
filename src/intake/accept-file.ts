import type { AcceptedImage } from '../contract/accepted-image';
import type { RecognitionFailure } from '../contract/failure';
import { LIMITS } from '../contract/limits';
import { failed, type Result, success } from '../contract/result';
import { readDeclaredSize } from './declared-size';
import { encodingOf } from './markup-root';
import { sniffFormat } from './sniff-format';

/**
 * Looks at a file's bytes, never at its name or MIME type, and refuses what cannot or should not be decoded: empty
 * files, files over `LIMITS.maxFileBytes`, other formats (naming what the file seems to be), and pictures whose header
 * claims more than `LIMITS.maxSourcePixels` (before any decoder allocates memory for them).
 */
export async function acceptFile(file: File): Promise<Result<AcceptedImage>> {
  const fileName = file.name;
  const refuse = (failure: Omit<RecognitionFailure, 'fileName'>) => failed({ ...failure, fileName });

  if (file.size === 0) return refuse({ kind: 'empty-file' });
  if (file.size > LIMITS.maxFileBytes) return refuse({ kind: 'too-large', detail: `${file.size} bytes` });

  const bytes = await readBytes(file);
  if (bytes === undefined) return refuse({ kind: 'undecodable', detail: 'the file could not be read from the disk' });

  const sniffed = sniffFormat(bytes);
  if (sniffed.kind !== 'image') {
    return refuse({ kind: 'unsupported-format', ...(sniffed.id && { foundFormat: sniffed.id }) });
  }
  const declaredSize = readDeclaredSize(sniffed.format, bytes);
  if (declaredSize && declaredSize.width * declaredSize.height > LIMITS.maxSourcePixels) {
    return refuse({ kind: 'too-large', detail: `${declaredSize.width} x ${declaredSize.height} pixels` });
  }
  return success({
    fileName,
    format: sniffed.format,
    bytes: sniffed.format === 'svg' ? toUtf8(bytes) : bytes,
    ...(declaredSize && { declaredSize }),
  });
}

/** `undefined` when the file was deleted, moved or locked after it had been picked. */
async function readBytes(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
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
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/, '$1'));
}
