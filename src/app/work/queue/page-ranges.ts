/**
 * Page numbers as they are written for printing: '1-3, 8'.
 *
 * @returns ascending, each once; null for other words, for numbers outside of 1 to `pageCount`, and for more than `most`
 */
export function readPageRanges(text: string, pageCount: number, most: number): readonly number[] | null {
  const pages = new Set<number>();
  for (const part of text.split(/[,;،、\s]+/).filter(Boolean)) {
    const match = /^(\d+)(?:[-–](\d+))?$/.exec(part);
    const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    if (!(first >= 1 && last >= first && last <= pageCount && last - first < most)) return null;
    for (let page = first; page <= last; page += 1) pages.add(page);
  }
  return pages.size > 0 && pages.size <= most ? [...pages].sort((a, b) => a - b) : null;
}
