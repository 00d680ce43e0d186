import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { IMAGE_FORMATS, type ImageFormat } from '../src/contract/image-formats';

const DOCUMENT = path.resolve(import.meta.dirname, '../ARCHITECTURE.md');
const [START, END] = ['<!-- formats: written by `npm run write:formats` -->\n', '<!-- end of formats -->\n'];

const DECODERS: Readonly<Record<ImageFormat['decodedBy'], (id: string) => string>> = {
  browser: () => 'the browser; sharp in Node',
  page: () => 'the browser, in the page only; sharp in Node',
  pages: (id) => `\`src/decode/open-${id}.ts\`, a PNG for each page; not in Node`,
  app: (id) => `\`src/decode/decode-${id}.ts\`, loaded when first needed`,
};

/** The formats that are read, as a table in Markdown. */
function formatsTable(): string {
  const rows = IMAGE_FORMATS.map(({ id, label, extensions, mimeTypes, decodedBy, isTriedInBrowser }: ImageFormat) => {
    const first = isTriedInBrowser ? 'the browser where it can; else ' : '';
    return `| ${label} | ${extensions.join(' ')} | ${mimeTypes[0]} | ${first}${DECODERS[decodedBy](id)} |`;
  });
  return ['| format | extensions | media type | decoded by |', '|---|---|---|---|', ...rows, ''].join('\n');
}

/** ARCHITECTURE.md as it is and as it should be. */
export function documentedFormats(): { readonly found: string; readonly wanted: string } {
  const found = readFileSync(DOCUMENT, 'utf8');
  const start = found.indexOf(START) + START.length;
  return { found, wanted: found.slice(0, start) + formatsTable() + found.slice(found.indexOf(END)) };
}

export function writeFormats(): void {
  writeFileSync(DOCUMENT, documentedFormats().wanted);
}
