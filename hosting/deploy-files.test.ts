import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

it.each(['hosting/Dockerfile', '.github/workflows/pages.yml'])('%s runs only scripts that exist', (name) => {
  const named = [...read(name).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script ?? '');
  expect(named).toContain('build');
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
});

it('a pull request runs what a change must pass', () => {
  const workflow = read('.github/workflows/check.yml');
  expect(workflow).toMatch(/^on:\n {2}pull_request:\n/m);
  expect(workflow).toContain('- run: .ci/run\n');
  expect(statSync(path.join(ROOT, '.ci/run')).mode & 0o111).not.toBe(0);
});

it('the container copies files that exist', () => {
  const copied = [...read('hosting/Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, files]) => files?.split(' ') ?? [],
  );
  expect(copied).toContain('hosting/nginx/digit-reader.conf');
  expect(copied.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
});

it('what GitHub publishes is what the build writes', () => {
  expect(read('.github/workflows/pages.yml')).toContain('path: dist\n');
});
