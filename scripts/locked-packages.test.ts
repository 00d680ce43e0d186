import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
}

interface PackageFile {
  readonly private: boolean;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function read<Content>(name: string): Content {
  return JSON.parse(readFileSync(path.resolve(import.meta.dirname, '..', name), 'utf8')) as Content;
}

it('every package, however deep, comes from the registry of npm and is checked by its checksum', () => {
  const { packages } = read<{ packages: Readonly<Record<string, LockedPackage>> }>('package-lock.json');
  const locked = Object.entries(packages).filter(([place]) => place !== '');
  expect(locked.length).toBeGreaterThan(500);
  const loose = locked.filter(
    ([, { resolved = 'https://registry.npmjs.org/', integrity = '' }]) =>
      !resolved.startsWith('https://registry.npmjs.org/') || !integrity.startsWith('sha512-'),
  );
  expect(loose.map(([place]) => place)).toEqual([]);
});

it('packages are named by version, and this one is published nowhere', () => {
  const { private: isPrivate, dependencies, devDependencies } = read<PackageFile>('package.json');
  const wanted = Object.entries({ ...dependencies, ...devDependencies });
  expect(wanted.filter(([, version]) => !/^[~^]?\d+(?:\.\d+){0,2}$/.test(version))).toEqual([]);
  expect(isPrivate).toBe(true);
});
