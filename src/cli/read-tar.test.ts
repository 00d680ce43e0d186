import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTar } from './read-tar';

const folder = mkdtempSync(join(tmpdir(), 'read-tar-'));
const longName = `${'long-name-'.repeat(14)}.png`;
mkdirSync(join(folder, 'images', '4'), { recursive: true });
writeFileSync(join(folder, 'images', '4', 'a.png'), 'first');
writeFileSync(join(folder, 'images', 'empty.png'), '');
writeFileSync(join(folder, 'images', longName), 'x'.repeat(1500));
afterAll(() => rmSync(folder, { recursive: true }));

describe('readTar', () => {
  it.each(['ustar', 'gnu', 'pax'])('reads an archive in the %s format', (format) => {
    const archive = join(folder, `${format}.tar`);
    // ustar has no room for the long name.
    const names = format === 'ustar' ? ['images/4', 'images/empty.png'] : ['images'];
    execFileSync('tar', [`--format=${format}`, '-cf', archive, '-C', folder, ...names]);
    const files = readTar(readFileSync(archive));
    expect(Buffer.from(files.get('images/4/a.png')!).toString()).toBe('first');
    expect(files.get('images/empty.png')).toHaveLength(0);
    expect(files.get(`images/${longName}`)?.length).toBe(format === 'ustar' ? undefined : 1500);
    expect(files.size).toBe(format === 'ustar' ? 2 : 3);
  });

  it('reads an archive of "."', () => {
    const archive = join(folder, 'dot.tar');
    execFileSync('tar', ['-cf', archive, '-C', join(folder, 'images'), './4']);
    expect([...readTar(readFileSync(archive)).keys()]).toEqual(['4/a.png']);
  });

  it('refuses an archive that is cut off', () => {
    const archive = join(folder, 'cut.tar');
    execFileSync('tar', ['-cf', archive, '-C', folder, `images/${longName}`]);
    const bytes = readFileSync(archive);
    expect(() => readTar(bytes.subarray(0, 2000))).toThrow('cut off');
  });

  it('finds nothing in no bytes', () => {
    expect(readTar(new Uint8Array()).size).toBe(0);
  });
});
