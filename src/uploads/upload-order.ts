import type { Upload } from './upload';

type Placed = Pick<Upload, 'createdAt' | 'place'>;

export function newestFirst(a: Placed, b: Placed): number {
  return b.createdAt - a.createdAt;
}

/** Within one batch. */
export function asTheyCame(a: Placed, b: Placed): number {
  return placeOf(a) - placeOf(b);
}

/** Pictures of one drop count their times backward, the first the latest: all the order that old rows have. */
function placeOf({ place, createdAt }: Placed): number {
  return place ?? -createdAt;
}
