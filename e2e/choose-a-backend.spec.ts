import { expect, test } from './fixtures';
import { sample } from './samples';

const PICTURES = [sample('mnist-7.png'), sample('amount-in-blue-ink.jpg'), sample('score-sheet.jpg')];

const FORCED = [
  { query: '?backend=webgl', name: 'WebGL' },
  { query: '?backend=wasm', name: 'WebAssembly' },
  { query: '?backend=cpu', name: 'plain JavaScript' },
] as const;

for (const { query, name } of FORCED) {
  test(`${name} reads the same numbers`, async ({ reader, page }) => {
    // Without a graphics processor WebGL is emulated in software, which compiles its programs for a long time.
    test.setTimeout(300_000);
    await reader.open(query);
    for (const { file, path, lines } of PICTURES) {
      await reader.goTo('Read');
      await reader.choose([path]);
      await expect(reader.digits.first()).toBeVisible({ timeout: 200_000 });
      expect(await reader.readLines(), file).toEqual(lines);
      await expect(page.getByText(`with ${name}`)).toBeVisible();
    }
  });
}
