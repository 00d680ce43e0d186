import { inertText } from './csv';
import { escapeMarkup } from './escape-markup';
import type { NumberCell } from './number-cell';
import type { NumberRow } from './picture-rows';

/** The same table in the two forms that the clipboard holds side by side. */
export interface ClipboardTable {
  readonly text: string;
  readonly html: string;
}

/** Cells that spreadsheets take over as they stand: numbers as numbers; ids, dates and whatever else has no value as texts. */
export function clipboardTable(rows: readonly NumberRow[]): ClipboardTable {
  return {
    text: rows.map((row) => row.map(tabCell).join('\t')).join('\n'),
    html: `<table><tbody>${rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('')}</tbody></table>`,
  };
}

function tabCell(cell: NumberCell | null): string {
  return cell ? inertText(cell.typed) : '';
}

/**
 * A text says so three times: `mso-number-format` to Excel, `data-sheets-value` (2: text, 3: number) to Google Sheets and
 * LibreOffice from 24.8, `sdnum` and `sdval` to any LibreOffice.
 */
function htmlCell(cell: NumberCell | null): string {
  if (!cell) return '<td></td>';
  const shown = escapeMarkup(inertText(cell.typed));
  if (cell.value !== null) {
    // A percentage is understood by its sign.
    if (cell.isPercent) return `<td>${shown}</td>`;
    return `<td sdval="${cell.value}" ${sheetsValue({ 1: 3, 3: cell.value })}>${shown}</td>`;
  }
  const marks = `style="mso-number-format:'\\@'" sdnum="1033;0;@" ${sheetsValue({ 1: 2, 2: inertText(cell.typed) })}`;
  return `<td ${marks}>${shown}</td>`;
}

function sheetsValue(value: Readonly<Record<number, number | string>>): string {
  return `data-sheets-value="${escapeMarkup(JSON.stringify(value))}"`;
}
