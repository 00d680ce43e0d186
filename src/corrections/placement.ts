import type { Box, Point } from '../contract/image';
import { centerX, centerY, sharedHeight } from '../imaging/box';
import { charactersOf, type FixedCharacter, type FixedReading } from './fixed-reading';

/** Where a character goes: `at` a place in a line, or as a line of its own before `line`. */
export interface Place {
  readonly line: number;
  readonly at: number;
  readonly isNewLine: boolean;
  /** Where the place is between two numbers: it belongs to the left one. */
  readonly joinsLeft: boolean;
}

/** A box belongs to a line when it overlaps a neighbor's height by at least this share of the smaller of the two. */
const SAME_LINE = 0.4;

/**
 * Where in the reading order a character belongs.
 *
 * @param after the character it follows, whatever its box says; null or a character that is not there: the box decides
 */
export function placeOf(reading: FixedReading, box: Box, after: number | null): Place {
  const line = reading.lines.findIndex((characters) => characters.some((character) => character.id === after));
  if (line >= 0) {
    const at = reading.lines[line]!.findIndex((character) => character.id === after) + 1;
    return { line, at, isNewLine: false, joinsLeft: true };
  }
  return placeByBox(reading, box);
}

function placeByBox(reading: FixedReading, box: Box): Place {
  const overlaps = reading.lines.map((characters) => heightShared(nearestTo(characters, box), box));
  const most = Math.max(0, ...overlaps);
  if (most >= SAME_LINE) {
    const line = overlaps.indexOf(most);
    const characters = reading.lines[line]!;
    const at = characters.filter((character) => centerX(character.box) < centerX(box)).length;
    const [left, right] = [characters[at - 1]?.box, characters[at]?.box];
    const joinsLeft = !left || !right || box.x - left.x - left.width < right.x - box.x - box.width;
    return { line, at, isNewLine: false, joinsLeft };
  }
  const line = reading.lines.filter((characters) => centerY(nearestTo(characters, box)) < centerY(box)).length;
  return { line, at: 0, isNewLine: true, joinsLeft: false };
}

/** The box of the character whose center is nearest in x: lines may be slanted. */
function nearestTo(characters: readonly FixedCharacter[], box: Box): Box {
  const away = (character: FixedCharacter) => Math.abs(centerX(character.box) - centerX(box));
  return characters.reduce((best, character) => (away(character) < away(best) ? character : best)).box;
}

function heightShared(a: Box, b: Box): number {
  return sharedHeight(a, b) / Math.max(1e-6, Math.min(a.height, b.height));
}

/**
 * A box for a character that is typed in after another one: between it and the next where there is room, else the right
 * part of the gap around their border.
 */
export function boxAfter(reading: FixedReading, id: number): Box | null {
  const line = reading.lines.find((characters) => characters.some((character) => character.id === id));
  const at = line?.findIndex((character) => character.id === id) ?? -1;
  const character = line?.[at];
  if (!character) return null;
  const { box } = character;
  const next = line?.[at + 1]?.box;
  const left = box.x + box.width;
  const room = next ? next.x - left : box.width;
  const width = room >= box.width / 2 ? Math.min(room, box.width) : box.width;
  const middle = next ? (left + next.x) / 2 : left + box.width * 0.6;
  return { x: middle - width / 2, y: next ? (box.y + next.y) / 2 : box.y, width, height: box.height };
}

/** A box of the usual size of the picture's characters around a point that was clicked. */
export function boxAt(reading: FixedReading, point: Point, imageHeight: number): Box {
  const boxes = charactersOf(reading).map((character) => character.box);
  const height = median(boxes.map((box) => box.height)) ?? imageHeight / 8;
  const width = median(boxes.map((box) => box.width)) ?? height * 0.7;
  return { x: point.x - width / 2, y: point.y - height / 2, width, height };
}

/** @returns the box as it lies inside the picture; null when nothing of it does */
export function insidePicture(box: Box, imageWidth: number, imageHeight: number): Box | null {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  const width = Math.min(imageWidth, box.x + box.width) - x;
  const height = Math.min(imageHeight, box.y + box.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The left and the right half of a box. */
export function halves({ x, y, width, height }: Box): readonly [Box, Box] {
  const half = width / 2;
  return [
    { x, y, width: half, height },
    { x: x + half, y, width: half, height },
  ];
}

function median(values: readonly number[]): number | null {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)] ?? null;
}
