import { isDigitCode } from '../../../contract/characters';
import { DEFAULT_SCRIPT } from '../../../contract/numeral-scripts';
import type { Recognition } from '../../../contract/recognition';
import { type Corrections, correctedReading } from '../../../corrections/corrections';
import type { Edit } from '../../../corrections/edit';
import { type FixedNumber, numberAround, openChecks } from '../../../corrections/fixed-number';
import { type FixedCharacter, type FixedReading, findCharacter } from '../../../corrections/fixed-reading';

/** A picture with what is to be checked in it. */
export interface ContactPicture {
  readonly id: string;
  readonly name: string;
  readonly recognition: Recognition;
  readonly corrections: Corrections;
  /** With the corrections. */
  readonly reading: FixedReading;
}

/** A doubtful character, or a number that is doubtful as a whole. */
export interface DoubtTile {
  readonly key: string;
  readonly pictureId: string;
  readonly characterId: number;
  readonly isWhole: boolean;
  /** As it was read: one code, or a whole number. */
  readonly text: string;
  /** What the tile shows, one after the other. */
  readonly characters: readonly FixedCharacter[];
}

export type GroupKind = 'digit' | 'mark' | 'blank' | 'number';

/** Tiles that were read as the same, in the same script. */
export interface DoubtGroup {
  readonly key: string;
  readonly kind: GroupKind;
  readonly tiles: readonly DoubtTile[];
}

const KINDS: readonly GroupKind[] = ['digit', 'mark', 'blank', 'number'];

export function withCorrections(
  picture: Omit<ContactPicture, 'corrections' | 'reading'>,
  corrections: Corrections,
): ContactPicture {
  return { ...picture, corrections, reading: correctedReading(picture.recognition, corrections) };
}

export function tilesOf({ id, reading }: ContactPicture): readonly DoubtTile[] {
  return openChecks(reading).map((character): DoubtTile => {
    const isWhole = character.status !== 'check';
    const characters = isWhole ? (numberAround(reading, character.id)?.characters ?? [character]) : [character];
    const text = characters.map(({ code }) => code ?? '').join('');
    const key = `${id}:${character.id}${isWhole ? ':number' : ''}`;
    return { key, pictureId: id, characterId: character.id, isWhole, text, characters };
  });
}

function kindOf({ isWhole, text }: DoubtTile): GroupKind {
  if (isWhole) return 'number';
  if (text === '') return 'blank';
  return isDigitCode(text) ? 'digit' : 'mark';
}

/** Digits first, by what they were read as, then marks, blanks and numbers as a whole. */
export function groupTiles(tiles: readonly DoubtTile[]): readonly DoubtGroup[] {
  const groups = new Map<string, { kind: GroupKind; tiles: DoubtTile[] }>();
  for (const tile of tiles) {
    const kind = kindOf(tile);
    // A digit of one script says nothing of the same digit of another.
    const script = tile.characters[0]!.script;
    const code = script === DEFAULT_SCRIPT ? tile.text : `${tile.text} ${script}`;
    const key = kind === 'number' ? kind : `${kind} ${code}`;
    const group = groups.get(key) ?? { kind, tiles: [] };
    group.tiles.push(tile);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.key < b.key ? -1 : 1));
}

/** Whether a tile still asks for a look. */
export function isOpen(tile: DoubtTile, reading: FixedReading): boolean {
  const { characterId, isWhole } = tile;
  if (isWhole) return numberOf(tile, reading)?.status === 'check';
  return findCharacter(reading, characterId)?.status === 'check';
}

/** The number of a tile as it stands now, whichever of its characters were replaced; null when it is gone. */
export function numberOf({ characters }: DoubtTile, reading: FixedReading): FixedNumber | null {
  const left = characters.find(({ id }) => findCharacter(reading, id));
  return left ? numberAround(reading, left.id) : null;
}

export function acceptEdit({ characterId, isWhole }: DoubtTile): Edit {
  return { kind: isWhole ? 'accept-number' : 'accept', id: characterId };
}
