import { CHARACTER_DOUBT_THRESHOLDS, CHARACTER_DOUBTS, type CharacterDoubt } from '../contract/character-doubts';
import type { Doubt, Glyph } from '../contract/recognition';
import type { FixedNumber } from './fixed-number';
import type { FixedCharacter } from './fixed-reading';

interface PictureSize {
  readonly imageWidth: number;
  readonly imageHeight: number;
}

/** What a doubt about the number says of its characters. */
const OF_NUMBER: Partial<Readonly<Record<Doubt, CharacterDoubt>>> = {
  'readings-differ': 'readings-differ',
  'unexplained-ink': 'ink-beside',
  faint: 'thin-stroke',
};

/** Why a character is doubtful, from what the reader knows of it; the plainest reason first, none for one that is not. */
export function whyDoubtful(
  character: FixedCharacter,
  number: FixedNumber | null,
  size: PictureSize,
): readonly CharacterDoubt[] {
  const { status, code, prediction, glyph, chosenToFit } = character;
  const isOpen = status === 'check' || (status === 'sure' && number?.status === 'check');
  if (!isOpen || code === null) return [];
  const { noDigit, second, thinInk, edgeInk } = CHARACTER_DOUBT_THRESHOLDS;
  const doubts = number?.doubts ?? [];
  const found = new Set<CharacterDoubt>(doubts.flatMap((doubt) => OF_NUMBER[doubt] ?? []));
  const others = prediction?.ranked.filter(({ label }) => String(label) !== code) ?? [];
  if (chosenToFit) found.add('chosen-to-fit');
  if ((prediction?.notDigitProbability ?? 0) >= noDigit) found.add('no-digit');
  if ((others[0]?.probability ?? 0) >= second) found.add('close-second');
  if (code === '1' && doubts.includes('may-be-ruling')) found.add('ruling');
  if (glyph && edgeInkOf(glyph) >= edgeInk) found.add('ruling');
  if (glyph && meanInkOf(glyph) < thinInk) found.add('thin-stroke');
  if (isAtEdge(character, size)) found.add('cut-off');
  if (found.size === 0) found.add(status === 'check' ? 'unusual' : 'whole-number');
  return CHARACTER_DOUBTS.filter((doubt) => found.has(doubt));
}

/** 0..1. */
function meanInkOf({ data }: Glyph): number {
  return data.reduce((sum, ink) => sum + ink, 0) / (data.length * 255);
}

/** The fullest of the four edges, 0..1: a digit is padded on all sides, a line goes on beyond them. */
function edgeInkOf({ side, data }: Glyph): number {
  const inkAt = (x: number, y: number) => (data[y * side + x] ?? 0) / 255;
  const along = [...Array(side).keys()];
  const edges = [
    along.map((x) => inkAt(x, 0)),
    along.map((x) => inkAt(x, side - 1)),
    along.map((y) => inkAt(0, y)),
    along.map((y) => inkAt(side - 1, y)),
  ];
  return Math.max(...edges.map((edge) => edge.reduce((sum, ink) => sum + ink, 0) / side));
}

function isAtEdge({ box }: FixedCharacter, { imageWidth, imageHeight }: PictureSize): boolean {
  const { edge } = CHARACTER_DOUBT_THRESHOLDS;
  const isInside = box.x >= edge && box.y >= edge;
  return !isInside || box.x + box.width > imageWidth - edge || box.y + box.height > imageHeight - edge;
}
