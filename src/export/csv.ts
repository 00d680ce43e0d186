/** Tells spreadsheets that the file is UTF-8; without it, some take it for the system's own encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Characters at the start of a cell that make spreadsheets compute it instead of showing it. */
const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r', '\0'];

/** A number with its sign: computed, it is itself. */
const SIGNED_NUMBER = /^[-+]\d[\d.,]*%?$/;

export type Cell = string | number | null;

/**
 * Makes a cell plain text for spreadsheets: what would be taken for a formula gets an apostrophe in front, as OWASP
 * advises against CSV injection. A number with a sign stays as it was written.
 */
export function inertText(text: string): string {
  return FORMULA_STARTS.includes(text.charAt(0)) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;
}

/**
 * A table as CSV (RFC 4180): UTF-8 with byte order mark, CRLF, every text quoted. Numbers written as text keep their
 * leading zeros in the file; a spreadsheet that opens the file by a double click may still drop them, one that imports
 * the column as text does not. Tricks like ="007" would make the file wrong for every other program.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: Cell): string {
  if (cell === null) {
    return '';
  }
  return typeof cell === 'number' ? String(cell) : `"${inertText(cell).replaceAll('"', '""')}"`;
}
