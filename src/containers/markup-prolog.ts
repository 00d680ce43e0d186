export const HTML_DOCTYPE = /^<!doctype\s+html\b/i;

/** The text from its first element on; an HTML doctype is left standing. */
export function skipProlog(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const length = HTML_DOCTYPE.test(rest) ? undefined : prologPartLength(rest);
    if (length === undefined) return rest;
    rest = rest.slice(length).trimStart();
  }
}

/** Length of the XML declaration, processing instruction, comment or doctype that the text begins with. */
function prologPartLength(text: string): number | undefined {
  if (text.startsWith('<?')) return endAfter(text, '?>');
  if (text.startsWith('<!--')) return endAfter(text, '-->');
  if (!/^<!doctype\b/i.test(text)) return undefined;
  const close = text.indexOf('>');
  // Sought no further: many doctypes would go through the whole text once each.
  if (close < 0 || !text.slice(0, close).includes('[')) return endAfter(text, '>');
  const subsetEnd = /\]\s*>/.exec(text);
  return subsetEnd ? subsetEnd.index + subsetEnd[0].length : undefined;
}

function endAfter(text: string, terminator: string): number | undefined {
  const index = text.indexOf(terminator);
  return index < 0 ? undefined : index + terminator.length;
}
