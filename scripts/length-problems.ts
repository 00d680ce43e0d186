/** The soft cap of CONTRIBUTING.md. */
export const MOST_LINES = 200;

/**
 * What is wrong with the lengths of files, one sentence a file.
 *
 * @param lengths lines by file
 * @param allowed the files that may be longer than the cap, and how long: a list that only shrinks
 */
export function lengthProblems(
  lengths: ReadonlyMap<string, number>,
  allowed: Readonly<Record<string, number>>,
): readonly string[] {
  const tooLong = [...lengths]
    .filter(([name, lines]) => lines > (allowed[name] ?? MOST_LINES))
    .map(([name, lines]) => `${name} has ${lines} lines, ${allowed[name] ?? MOST_LINES} are the most: divide it.`);
  const settled = Object.keys(allowed)
    .filter((name) => (lengths.get(name) ?? 0) <= MOST_LINES)
    .map((name) => `${name} is short enough now: take it off scripts/long-files.json (npm run format does).`);
  return [...tooLong, ...settled];
}

/** The list without what is no longer needed, and the rest at its present length where that is less. */
export function lowered(
  lengths: ReadonlyMap<string, number>,
  allowed: Readonly<Record<string, number>>,
): Record<string, number> {
  const now = Object.entries(allowed).map(([name, most]) => [name, Math.min(most, lengths.get(name) ?? 0)] as const);
  return Object.fromEntries(now.filter(([, lines]) => lines > MOST_LINES));
}
