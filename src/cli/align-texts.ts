/** Levenshtein distance: insertions, deletions and substitutions cost 1. */
export function editDistance(one: string, other: string): number {
  return editDistances(one, other)[one.length]![other.length]!;
}

/** The distance of each beginning of one text from each beginning of the other. */
function editDistances(one: string, other: string): number[][] {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 0; i < one.length; i += 1) {
    const [above, row] = [rows[i]!, [i + 1]];
    for (let j = 0; j < other.length; j += 1) {
      const substitution = above[j]! + (one[i] === other[j] ? 0 : 1);
      row.push(Math.min(substitution, above[j + 1]! + 1, row[j]! + 1));
    }
    rows.push(row);
  }
  return rows;
}

/** Which characters of what was read are right, by an alignment with the fewest edits. */
export function rightCharacters(read: string, label: string): boolean[] {
  const distances = editDistances(read, label);
  const right = new Array<boolean>(read.length).fill(false);
  let [i, j] = [read.length, label.length];
  while (i > 0) {
    const here = distances[i]![j]!;
    const isSame = j > 0 && read[i - 1] === label[j - 1];
    if (j > 0 && here === distances[i - 1]![j - 1]! + (isSame ? 0 : 1)) {
      right[i - 1] = isSame;
      [i, j] = [i - 1, j - 1];
    } else if (j > 0 && here === distances[i]![j - 1]! + 1) j -= 1;
    else i -= 1;
  }
  return right;
}
