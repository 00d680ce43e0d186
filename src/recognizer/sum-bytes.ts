import type { TellBytes } from '../reading/reader';

/**
 * Tells the bytes of several models that are fetched at once as one sum.
 *
 * @returns for each of `kinds` what is told of it alone
 */
export function sumBytes<Kind extends string>(kinds: readonly Kind[], tell?: TellBytes): (kind: Kind) => TellBytes {
  const known = new Map<Kind, readonly [loaded: number, total: number]>(kinds.map((kind) => [kind, [0, 0]]));
  return (kind) => (loadedBytes, totalBytes) => {
    known.set(kind, [loadedBytes, totalBytes]);
    const all = [...known.values()];
    tell?.(
      all.reduce((sum, [loaded]) => sum + loaded, 0),
      all.reduce((sum, [, total]) => sum + total, 0),
    );
  };
}
