import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { grayFields, writeTiff } from '../decode/test-tiff';

const root = resolve(import.meta.dirname, '../..');
const sample = (name: string) => join('e2e/images', name);
const folder = mkdtempSync(join(tmpdir(), 'recognize-'));
const program = join(folder, 'digits.png');
writeFileSync(program, 'MZ\x90\0\x03\0\0\0');
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, ...args: string[]) {
  const script = join('src/cli', `${command}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return {
    status,
    stderr,
    stdout,
    json: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

describe('recognize --expect', () => {
  it('says of each picture whether it is what was expected', () => {
    const { json } = run('recognize', '--expect', '1', sample('mnist-7.png'), sample('blank-paper.png'));
    expect(json[0]).toMatchObject({ text: '7', expected: { id: 'digits', count: 1, isMet: true, leftOut: 0 } });
    expect(json[1]).toMatchObject({ text: '', expected: { id: 'digits', count: 1, isMet: false, leftOut: 0 } });
  });

  it('is told how numbers are written', () => {
    const { json } = run('recognize', '--numbers', 'swiss', sample('mnist-7.png'));
    expect(json[0]).toMatchObject({ text: '7', expected: { id: 'anything', convention: 'swiss', isMet: true } });
    const { status, stderr } = run('recognize', '--numbers', 'roman', sample('mnist-7.png'));
    expect([status, stderr]).toEqual([2, expect.stringContaining('western, indian, continental, swiss')]);
  });

  it('refuses what cannot be expected', () => {
    const { status, stderr, stdout } = run('recognize', '--expect', '31', sample('mnist-7.png'));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--expect 31: use a number of digits');
  });
});

describe('recognize', () => {
  it('reads each page of a file', async () => {
    const pages = ['mnist-7.png', 'blank-paper.png'].map(async (name) => {
      const { data, info } = await sharp(sample(name)).grayscale().raw().toBuffer({ resolveWithObject: true });
      return { fields: grayFields(info.width, info.height), strips: [new Uint8Array(data)] };
    });
    const file = join(folder, 'two-pages.tif');
    writeFileSync(file, writeTiff(await Promise.all(pages)));
    const { status, json } = run('recognize', file);
    expect(status).toBe(0);
    expect(json.map(({ page, text }) => [page, text])).toEqual([
      [1, '7'],
      [2, ''],
    ]);
  });

  it('prints one object a file and goes on after a bad one', () => {
    const { status, json } = run('recognize', sample('mnist-7.png'), program, 'missing.png', sample('blank-paper.png'));
    expect(status).toBe(1);
    expect(json).toHaveLength(4);
    expect(json[0]).toMatchObject({ file: sample('mnist-7.png'), text: '7', lines: ['7'], backend: 'wasm' });
    const [digit] = json[0].digits;
    expect(Object.keys(digit)).toEqual(['label', 'confidence', 'verdict', 'box', 'alternatives']);
    expect(Object.keys(digit.box)).toEqual(['x', 'y', 'width', 'height']);
    expect(digit.alternatives).toHaveLength(9);
    expect(digit.alternatives[0]).toEqual({ label: expect.any(Number), probability: expect.any(Number) });
    expect(json[0].numbers).toMatchObject([{ text: '7', value: 7, kind: 'integer', digits: [0], marks: [] }]);
    expect(json[1]).toEqual({
      version: 2,
      file: program,
      error: { kind: 'unsupported-format', message: expect.stringContaining('Windows program') },
    });
    expect(json[2]).toEqual({
      version: 2,
      file: 'missing.png',
      error: { kind: 'undecodable', message: expect.any(String) },
    });
    expect(json[3]).toMatchObject({ text: '', lines: [], digits: [] });
  });

  it('prints what docs/json.md shows', () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(readFileSync(join(root, 'docs/json.md'), 'utf8')) ?? [];
    const shown = JSON.parse(example);
    const [printed] = run('recognize', sample('mnist-7.png')).json;
    expect(Object.keys(shown)).toEqual(Object.keys(printed));
    expect(shown.model.replace(/\d+\.\d+\.\d+/g, 'X.Y.Z')).toBe(printed.model.replace(/\d+\.\d+\.\d+/g, 'X.Y.Z'));
  });

  it('reads on the plain backend as well', () => {
    const { status, json } = run('recognize', '--backend', 'cpu', sample('mnist-2.png'));
    expect(status).toBe(0);
    expect(json[0]).toMatchObject({ text: '2', backend: 'cpu' });
  });

  it('says how it is used', () => {
    const { status, stdout, stderr } = run('recognize');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('usage:');
  });
});

describe('evaluate', () => {
  it('measures a labelled folder and prints one object', () => {
    writeFileSync(join(folder, 'labels.csv'), 'file,label\nmnist-0.png,0\nmnist-4.png,4\nnot-chosen.png,1\n');
    writeFileSync(join(folder, 'only.txt'), 'mnist-0.png\nmnist-4.png\n');
    for (const name of ['mnist-0.png', 'mnist-4.png']) copyFileSync(join(root, sample(name)), join(folder, name));
    const { status, json } = run('evaluate', '--set', folder, '--only', join(folder, 'only.txt'), '--json');
    expect(status).toBe(0);
    expect(json).toHaveLength(1);
    expect(json[0]).toMatchObject({ kind: 'singles', count: 2, exact: 1, digitAccuracy: 1, blank: 0, wrongLength: 0 });
    expect(json[0].wilson95).toHaveLength(2);
    expect(json[0].confusion[4][4]).toBe(1);
  });

  it.each([
    [['--set', '/nowhere'], 'ENOENT'],
    [['--set', folder, '--script', 'klingon'], '--script klingon'],
    [['--set', folder, '--limit', '0'], '--limit 0'],
  ])('refuses %j', (args, words) => {
    const { status, stdout, stderr } = run('evaluate', ...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
  });
});
