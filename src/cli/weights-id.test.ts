import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeId, weightsId } from './weights-id';

async function modelsWith(sha256: string, version: string) {
  const models = await mkdtemp(join(tmpdir(), 'models-'));
  await mkdir(join(models, 'latin'));
  const files = [
    { path: 'model.json', sha256: version },
    { path: 'weights.bin', sha256 },
  ];
  await writeFile(join(models, 'latin/manifest.json'), JSON.stringify({ version, files }));
  await mkdir(join(models, 'not-a-model'));
  return models;
}

it('weights have one name whatever else changes, and other weights another one', async () => {
  const name = await weightsId(await modelsWith('aa', '1.0.0'));
  expect(name).toMatch(/^[0-9a-f]{16}$/);
  expect(await weightsId(await modelsWith('aa', '1.1.0'))).toBe(name);
  expect(await weightsId(await modelsWith('bb', '1.0.0'))).not.toBe(name);
});

it('code has one name whatever its tests say, and other code another one', async () => {
  const source = await mkdtemp(join(tmpdir(), 'source-'));
  await mkdir(join(source, 'reading'));
  const write = (file: string, text: string) => writeFile(join(source, 'reading', file), text);
  await write('read.ts', 'one');
  const name = await codeId(source);
  await write('read.test.ts', 'a test');
  await write('test-page.ts', 'a fixture');
  expect(await codeId(source)).toBe(name);
  await write('read.ts', 'another');
  expect(await codeId(source)).not.toBe(name);
});
