/**
 * Context that is authenticated with a ciphertext: each part as UTF-8 behind its length in bytes (32 bits, big-endian),
 * so that no two lists of parts give the same bytes.
 */
export function associatedData(...parts: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoded = parts.map((part) => new TextEncoder().encode(part));
  const data = new Uint8Array(encoded.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(data.buffer);
  let at = 0;
  for (const part of encoded) {
    view.setUint32(at, part.length);
    data.set(part, at + 4);
    at += 4 + part.length;
  }
  return data;
}
