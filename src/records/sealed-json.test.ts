import { describe, expect, it } from 'vitest';
import { decodeJson, encodeJson } from './sealed-json';

describe('sealed JSON', () => {
  it('keeps bytes, whatever they are, and fills up to a step', () => {
    const value = { glyph: new Uint8Array(70_000).map((_, index) => index), text: 'ä\n', empty: new Uint8Array() };
    const encoded = encodeJson(value);
    expect(encoded.length % 512).toBe(0);
    expect(decodeJson(encoded)).toEqual(value);
  });
});
