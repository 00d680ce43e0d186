/** Sealed text is filled up to a multiple of this, so that its length does not tell how long a name or a number is. */
const STEP_BYTES = 512;

/** Bytes within JSON are text in this property. */
const BYTES_KEY = '$bytes';

/** Text of a part of the bytes at once: more arguments than this are too many for some engines. */
const PART_BYTES = 8192;

/** JSON as UTF-8, with `Uint8Array`s in it, filled up with spaces to a multiple of 512 bytes. */
export function encodeJson(value: unknown): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(
    JSON.stringify(value, (_key, part: unknown) => {
      return part instanceof Uint8Array ? { [BYTES_KEY]: toBase64(part) } : part;
    }),
  );
  const padded = new Uint8Array(Math.ceil(text.length / STEP_BYTES) * STEP_BYTES).fill(0x20);
  padded.set(text);
  return padded;
}

/** The value that `encodeJson` was given; properties that were undefined are absent. */
export function decodeJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes), (_key, part: unknown) => {
    return isBytes(part) ? fromBase64(part[BYTES_KEY]) : part;
  });
}

function isBytes(part: unknown): part is { readonly [BYTES_KEY]: string } {
  return typeof part === 'object' && part !== null && BYTES_KEY in part && typeof part[BYTES_KEY] === 'string';
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PART_BYTES) {
    text += String.fromCharCode(...bytes.subarray(at, at + PART_BYTES));
  }
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
