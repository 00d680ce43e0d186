import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { ZipWriter } from './zip-writer';

it('what was written comes out of the ZIP again, names beyond ASCII too', async () => {
  const zip = new ZipWriter();
  const bytes = new Uint8Array(70_000).map((_, index) => index % 251);
  zip.addBytes('pictures/1-Zählerstand.jpg', bytes);
  zip.addText('numbers.csv', '\uFEFF"007"\r\n');
  const whole = new Uint8Array(await new Blob([...zip.finish()]).arrayBuffer());
  const files = unzipSync(whole);
  expect(Object.keys(files)).toEqual(['pictures/1-Zählerstand.jpg', 'numbers.csv']);
  expect(files['pictures/1-Zählerstand.jpg']).toEqual(bytes);
  expect(strFromU8(files['numbers.csv'] ?? new Uint8Array())).toBe('"007"\r\n');
});
