import { CODE_PATTERNS, type CodePatternId, DRAWN_ALIKE, LOOK_ALIKES } from '../contract/code-patterns';

const CLASSES: Readonly<Record<string, string>> = { L: '[A-Z]', D: '\\d', A: '[A-Z\\d]' };
const FORMS = new Map<CodePatternId, RegExp>(CODE_PATTERNS.map(({ id, form }) => [id, expressionOf(form)]));
/** Patterns that say next to nothing about the place of a plate. */
const LOOSE: ReadonlySet<CodePatternId> = new Set(['US']);

/** The letters of a form stand for classes of characters, but within brackets. */
function expressionOf(form: string): RegExp {
  const source = form.replaceAll(/\[[^\]]*\]|[LDA]/g, (part) => CLASSES[part] ?? part);
  return new RegExp(`^(?:${source})$`);
}

/** Whether a text has the form of a country's number plates. */
export function hasCodeForm(text: string, id: CodePatternId): boolean {
  return FORMS.get(id)?.test(text) ?? false;
}

/** The countries whose number plates have the form of a text, in the order of the table; none where it fits loose patterns alone. */
export function countriesOf(text: string): readonly CodePatternId[] {
  return CODE_PATTERNS.map(({ id }) => id).filter((id) => !LOOSE.has(id) && hasCodeForm(text, id));
}

/** Whether two texts differ in nothing but letters and digits that plates draw the same. */
export function areDrawnAlike(one: string, other: string): boolean {
  const drawn = (text: string) => [...text].map((code) => DRAWN_ALIKE[code] ?? code).join('');
  return drawn(one) === drawn(other);
}

/** How many runs of letters and of digits a code has. */
export function runsOf(text: string): number {
  return text.match(/[A-Z]+|\d+/g)?.length ?? 0;
}

/**
 * What a code may be as well, when characters that look alike are taken for each other: first the texts with the fewest changes.
 *
 * @param mostChanges at most so many characters at once
 */
export function lookAlikes(text: string, mostChanges: number): readonly string[] {
  const found = new Set<string>();
  let last = new Set([text]);
  for (let changes = 1; changes <= mostChanges; changes++) {
    const next = new Set<string>();
    for (const variant of last) {
      for (const [at, code] of [...text].entries()) {
        if (variant[at] !== code) continue;
        for (const other of LOOK_ALIKES.flatMap((row) => [...(row[code] ?? '')])) {
          next.add(variant.slice(0, at) + other + variant.slice(at + 1));
        }
      }
    }
    for (const variant of next) found.add(variant);
    last = next;
  }
  return [...found];
}
