import sharp from 'sharp';
import { writeBackup } from '../src/backup/write-backup';
import { isMarkCode } from '../src/contract/characters';
import type {
  CharacterPlace,
  Recognition,
  RecognizedDigit,
  RecognizedMark,
  RecognizedNumber,
} from '../src/contract/recognition';
import { lineOf, numberOf } from '../src/numbers/number-of';
import { MemoryRecords } from '../src/records/memory-records';
import { Uploads } from '../src/uploads/uploads';

const WIDTH = 720;
const HEIGHT = 360;
/** Width of a character in the picture, and its height. */
const STEP = 40;
const TALL = 64;
const MODEL = { modelVersion: 'made for a test', backend: { name: 'wasm', location: 'worker', reason: '' } } as const;

interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Indexes of characters that are doubtful. */
  readonly doubtful?: readonly number[];
  readonly as?: Partial<RecognizedNumber>;
}

const ROWS: readonly (readonly Written[])[] = [
  [
    { text: '-264.27', x: 30, y: 30, doubtful: [4] },
    { text: '27.3%', x: 430, y: 30 },
  ],
  [
    { text: '22,35,000/-', x: 30, y: 140 },
    {
      text: '121',
      x: 560,
      y: 140,
      as: { verdict: 'check', doubts: ['unexplained-ink'], alternatives: [{ text: '12.1', confidence: 0.31 }] },
    },
  ],
  [
    { text: '88', x: 30, y: 250, as: { isStruckOut: true } },
    { text: '5/27', x: 250, y: 250 },
  ],
];

/** A backup of one picture whose reading has marks, doubts, a number that was struck out and other ink. */
export async function backupWithMarks(): Promise<Buffer> {
  const picture = await drawn();
  const uploads = new Uploads(new MemoryRecords());
  const row = { id: 'marks', name: 'marks.png', mime: 'image/png', createdAt: Date.UTC(2026, 10, 22), batchId: null };
  await uploads.addUpload({ ...row, bytes: new Uint8Array(picture).buffer });
  await uploads.addRecognition('marks', reading());
  const parts: Uint8Array[] = [];
  for await (const part of writeBackup(uploads, { createdAt: Date.UTC(2026, 10, 23), settings: {} })) parts.push(part);
  return Buffer.concat(parts);
}

function reading(): Recognition {
  const digits: RecognizedDigit[] = [];
  const marks: RecognizedMark[] = [];
  const numbers: RecognizedNumber[] = [];
  const lines = ROWS.map((row) => {
    const indexes = row.map((written) => {
      const places = placesOf(written, digits, marks);
      return numbers.push({ ...numberOf(places, { digits, marks }), ...written.as }) - 1;
    });
    return lineOf(indexes, numbers);
  });
  return {
    imageWidth: WIDTH,
    imageHeight: HEIGHT,
    digits,
    marks,
    numbers,
    tables: [],
    otherInk: [
      { kind: 'ruling', box: { x: 0, y: 340, width: WIDTH, height: 4 } },
      { kind: 'letter', box: { x: 500, y: 252, width: 40, height: 60 } },
      { kind: 'crossed-box', box: { x: 600, y: 252, width: 60, height: 60 } },
      { kind: 'struck-out', box: { x: 30, y: 250, width: 80, height: 64 } },
      { kind: 'unexplained', box: { x: 690, y: 160, width: 16, height: 20 } },
    ],
    lines,
    text: lines.map((line) => line.text).join('\n'),
    ...MODEL,
    elapsedMs: 12,
  };
}

function placesOf({ text, x, y, doubtful = [] }: Written, digits: RecognizedDigit[], marks: RecognizedMark[]) {
  return [...text].map((code, index): CharacterPlace => {
    const box = { x: x + index * STEP, y, width: STEP - 4, height: TALL };
    const verdict = doubtful.includes(index) ? 'check' : 'sure';
    const probability = verdict === 'sure' ? 0.995 : 0.62;
    if (isMarkCode(code)) {
      return { kind: 'mark', index: marks.push({ code, box, confidence: probability, verdict }) - 1 };
    }
    const ranked = [Number(code), (Number(code) + 6) % 10].map((label, rank) => ({
      label,
      probability: rank === 0 ? probability : 1 - probability,
    }));
    const glyph = { side: 28, data: new Uint8Array(28 * 28) };
    const digit: RecognizedDigit = {
      region: { box, score: 0.9 },
      prediction: { ranked, notDigitProbability: 0, verdict },
      glyph,
    };
    return { kind: 'digit', index: digits.push(digit) - 1 };
  });
}

function drawn(): Promise<Buffer> {
  const texts = ROWS.flat().flatMap(({ text, x, y }) =>
    [...text].map((code, index) => `<text x="${x + index * STEP + STEP / 2}" y="${y + 56}">${code}</text>`),
  );
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
      <rect width="100%" height="100%" fill="#fdfdf8"/>
      <g font-family="sans-serif" font-size="64" text-anchor="middle" fill="#223">${texts.join('')}<text x="520" y="306">k</text></g>
      <path d="M30 282h80M600 252h60v60h-60zl60 60m0-60l-60 60M0 342h720M692 162l12 16" stroke="#223" stroke-width="4" fill="none"/>
    </svg>`),
  )
    .png()
    .toBuffer();
}
