interface ClipboardTexts {
  readonly text: string;
  /** The same as markup, which spreadsheets prefer. */
  readonly html?: string | undefined;
}

/** @returns whether it is in the clipboard now; false where the browser denies it */
export async function writeClipboard({ text, html }: ClipboardTexts): Promise<boolean> {
  if (html !== undefined && (writeByEvent(text, html) || (await writeItem(text, html)))) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * By the event that Ctrl+C raises: the one way by which attributes and styles of cells stay as they are, and it works on
 * plain http too.
 */
function writeByEvent(text: string, html: string): boolean {
  let isWritten = false;
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    isWritten = true;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  try {
    // Absent in some test environments; browsers have it, deprecated or not.
    return (document.execCommand?.('copy') ?? false) && isWritten;
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}

/** Browsers clean this markup themselves; styles, which the site's own policy forbids in a document, go first. */
async function writeItem(text: string, html: string): Promise<boolean> {
  try {
    const plain = html.replace(/ style="[^"]*"/g, '');
    const item = new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([plain], { type: 'text/html' }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}
