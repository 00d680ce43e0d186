import { HTML_DOCTYPE, skipProlog } from '../containers/markup-prolog';

/** Comments before the root element can be long; a file whose root stands further in is not taken for markup. */
const SNIFFED_BYTES = 64 * 1024;

/**
 * The beginning of a text file, decoded by its byte order mark (UTF-8 without one).
 *
 * @returns `undefined` for bytes that are not text: not valid in that encoding, or with control characters
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, SNIFFED_BYTES);
  try {
    // `stream` lets the cut fall inside a character.
    const text = new TextDecoder(encodingOf(head), { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary files.
    return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** By the byte order mark; UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Local name, in lower case, of the first element of an XML or HTML text; 'html' for an HTML doctype.
 *
 * @returns `undefined` when the text is not markup
 */
export function markupRoot(text: string): string | undefined {
  const rest = skipProlog(text);
  if (HTML_DOCTYPE.test(rest)) return 'html';
  // The lazy prefix is a namespace, as in <svg:svg>.
  return /^<(?:[\w.-]+:)?([a-z][\w.-]*)[\s/>]/i.exec(rest)?.[1]?.toLowerCase();
}
