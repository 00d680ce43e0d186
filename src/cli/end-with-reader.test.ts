import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Runs a shell's pipe and says how each program in it ended. */
function piped(command: string) {
  const { stdout, stderr } = spawnSync('bash', ['-c', `${command}; echo "\${PIPESTATUS[*]}"`], {
    cwd: root,
    encoding: 'utf8',
  });
  return { lines: stdout.trimEnd().split('\n'), stderr };
}

describe('a tool of the command line whose reader goes away', () => {
  it('ends without a word', () => {
    const samples = 'e2e/images/mnist-7.png e2e/images/mnist-2.png e2e/images/blank-paper.png';
    const { lines, stderr } = piped(`node --import tsx src/cli/recognize.ts ${samples} | head -1`);
    expect(stderr).toBe('');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0]!)).toMatchObject({ text: '7' });
    expect(lines[1]).toBe('141 0');
  });
});
