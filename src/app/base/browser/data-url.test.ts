import { expect, it } from 'vitest';
import { dataUrl } from './data-url';

it('holds all bytes, however many', async () => {
  const bytes = new Uint8Array(20_001).map((_, index) => (index * 7) % 256);
  const response = await fetch(dataUrl('image/webp', bytes.buffer));
  expect(response.headers.get('content-type')).toBe('image/webp');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
});
