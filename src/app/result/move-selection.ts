import type { ReadingLine } from '../../contract/recognition';

/**
 * Where an arrow key leads from a digit: left and right in reading order, up and down to the same place in the
 * neighboring line.
 *
 * @returns an index into the recognition's digits; null when the key means nothing here
 */
export function moveSelection(lines: readonly ReadingLine[], from: number, key: string): number | null {
  const order = lines.flatMap((line) => line.digitIndexes);
  const at = order.indexOf(from);
  switch (key) {
    case 'ArrowLeft':
      return order[at - 1] ?? null;
    case 'ArrowRight':
      return order[at + 1] ?? null;
    case 'Home':
      return order[0] ?? null;
    case 'End':
      return order.at(-1) ?? null;
    case 'ArrowUp':
      return inNeighborLine(lines, from, -1);
    case 'ArrowDown':
      return inNeighborLine(lines, from, 1);
    default:
      return null;
  }
}

function inNeighborLine(lines: readonly ReadingLine[], from: number, step: -1 | 1): number | null {
  const row = lines.findIndex((line) => line.digitIndexes.includes(from));
  const column = lines[row]?.digitIndexes.indexOf(from) ?? 0;
  const neighbor = lines[row + step]?.digitIndexes;
  return neighbor?.[Math.min(column, neighbor.length - 1)] ?? null;
}
