/** The tile that an arrow key leads to from the one with the focus; up and down by where the tiles are drawn. */
export function tileBeside(list: HTMLElement | null, key: string): HTMLElement | null {
  const tiles = [...(list?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])];
  const at = tiles.indexOf(document.activeElement as HTMLElement);
  const from = tiles[at];
  switch (key) {
    case 'ArrowLeft':
      return tiles[at - 1] ?? null;
    case 'ArrowRight':
      return tiles[at + 1] ?? null;
    case 'Home':
      return tiles[0] ?? null;
    case 'End':
      return tiles.at(-1) ?? null;
    case 'ArrowUp':
      return from ? nearestInRow(from, tiles.slice(0, at).toReversed()) : null;
    case 'ArrowDown':
      return from ? nearestInRow(from, tiles.slice(at + 1)) : null;
    default:
      return null;
  }
}

/** @param others in order of their distance; the first that is drawn in another row begins the row to look in */
function nearestInRow(from: HTMLElement, others: readonly HTMLElement[]): HTMLElement | null {
  const place = from.getBoundingClientRect();
  const first = others.find((tile) => tile.getBoundingClientRect().top !== place.top);
  const top = first?.getBoundingClientRect().top;
  const row = others.filter((tile) => tile.getBoundingClientRect().top === top);
  const distance = (tile: HTMLElement) => Math.abs(tile.getBoundingClientRect().left - place.left);
  return row.reduce<HTMLElement | null>((best, tile) => {
    return best === null || distance(tile) < distance(best) ? tile : best;
  }, null);
}
