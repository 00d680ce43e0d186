/**
 * Where an arrow key leads from a digit: left and right in reading order, up and down to the same place in the
 * neighboring line.
 *
 * @param lines ids of the digits
 * @returns the id of a digit; null when the key means nothing here
 */
export function moveSelection(lines: readonly (readonly number[])[], from: number | null, key: string): number | null {
  const order = lines.flat();
  const at = from === null ? -1 : order.indexOf(from);
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

function inNeighborLine(lines: readonly (readonly number[])[], from: number | null, step: -1 | 1): number | null {
  const row = lines.findIndex((line) => from !== null && line.includes(from));
  const column = from === null ? 0 : (lines[row]?.indexOf(from) ?? 0);
  const neighbor = row < 0 ? undefined : lines[row + step];
  return neighbor?.[Math.min(column, neighbor.length - 1)] ?? null;
}
