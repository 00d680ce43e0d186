import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { SCRIPT_STRIPS } from '../../e2e/script-strips';
import { type NumeralScriptId, scriptRow } from '../../src/contract/numeral-scripts';
import { composePage } from './compose-page';
import { DigitBox, type IdxDigit, readIdxDigits, SIDE } from './idx-digits';

/** Handwriting whose license lets it stand here, by script; the others are drawn with Debian's Noto fonts. */
const SETS: Partial<Readonly<Record<NumeralScriptId, string>>> = {
  devanagari: 'cmaterdb-devanagari',
  bengali: 'cmaterdb-bangla',
  kannada: 'kannada-mnist',
  telugu: 'cmaterdb-telugu',
  gujarati: 'gujarati',
  thai: 'thai-digits',
};
const FONTS: Partial<Readonly<Record<NumeralScriptId, string>>> = {
  'arabic-indic': 'Noto Naskh Arabic',
  persian: 'Noto Naskh Arabic',
  tibetan: 'Noto Serif Tibetan',
};
/** Ink of a digit in its 28 pixels, as MNIST has it. */
const INK_SIDE = 20;
const CELL = 90;
const ADVANCE = 0.82;

/** Writes a number in every script. @param cache folder of the data sets */
async function makeScriptStrips(cache: string): Promise<void> {
  for (const { id, number, path: file } of SCRIPT_STRIPS) {
    mkdirSync(path.dirname(file), { recursive: true });
    const digits = SETS[id] ? handwritten(path.join(cache, SETS[id])) : await printed(id);
    const page = await composePage(
      {
        width: Math.round(CELL * (1.2 + ADVANCE * number.length)),
        height: Math.round(CELL * 1.8),
        paper: [246, 238, 220],
        ink: [28, 40, 96],
        lines: [{ text: number, x: CELL * 0.6, y: Math.round(CELL * 0.4), cell: CELL, advance: ADVANCE }],
      },
      new DigitBox(digits),
    );
    await page.png({ palette: true }).toFile(file);
  }
}

/** The last ones of a set: training holds them back. */
function handwritten(set: string): readonly IdxDigit[] {
  const file = (what: string) => path.join(set, `train-${what}-ubyte.gz`);
  return readIdxDigits(file('images-idx3'), file('labels-idx1')).toReversed();
}

function printed(id: NumeralScriptId): Promise<IdxDigit[]> {
  return Promise.all(
    scriptRow(id).digits.map(async (character, label) => {
      const text = { text: character, font: `${FONTS[id]} 60`, dpi: 200, rgba: false };
      const drawn = await sharp({ text }).extractChannel(0).png().toBuffer();
      const edge = (SIDE - INK_SIDE) / 2;
      const pixels = await sharp(drawn)
        .trim({ background: 'black' })
        .resize(INK_SIDE, INK_SIDE, { fit: 'contain', background: 'black' })
        .extend({ top: edge, bottom: edge, left: edge, right: edge, background: 'black' })
        .extractChannel(0)
        .raw()
        .toBuffer();
      return { label, pixels };
    }),
  );
}

const [cache] = process.argv.slice(2);
if (!cache) throw new Error('Name the folder that holds the data sets.');
await makeScriptStrips(cache);
