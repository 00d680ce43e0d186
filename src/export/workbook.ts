import { ZipWriter } from '../archive/zip-writer';
import { type CellLook, CellStyles } from './cell-styles';
import { escapeMarkup } from './escape-markup';

/** A cell of a workbook: a text or a number, never a formula. */
export interface BookCell extends CellLook {
  readonly value: string | number;
}

export interface Sheet {
  /** At most 31 characters, without any of []:*?/\. */
  readonly name: string;
  readonly rows: readonly (readonly (BookCell | null)[])[];
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** Whether the first row and the first column stay in view. */
  readonly isFrozen?: boolean;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Sheets as the bytes of an Office Open XML workbook (ECMA-376, part 1, 18), in order. */
export function workbook(sheets: readonly Sheet[]): readonly Uint8Array<ArrayBuffer>[] {
  const zip = new ZipWriter();
  const styles = new CellStyles();
  const add = (path: string, text: string) => zip.addText(path, HEAD + text);
  add('[Content_Types].xml', contentTypes(sheets.length));
  add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', sheetList(sheets));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  );
  for (const [at, sheet] of sheets.entries()) add(`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet, styles));
  add('xl/styles.xml', styles.toXml());
  return zip.finish();
}

function contentTypes(count: number): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...Array.from({ length: count }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet']),
  ].map(([path, type]) => `<Override PartName="${path}" ContentType="${CONTENT}.${type}+xml"/>`);
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults}${parts.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const rows = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE_RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${rows.join('')}</Relationships>`;
}

function sheetList(sheets: readonly Sheet[]): string {
  const rows = sheets.map(({ name }, at) => `<sheet name="${markup(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `<workbook xmlns="${NAMESPACE}" xmlns:r="${OFFICE_RELATIONS}"><sheets>${rows.join('')}</sheets></workbook>`;
}

function worksheet({ rows, widths, isFrozen }: Sheet, styles: CellStyles): string {
  const pane = isFrozen
    ? '<sheetViews><sheetView workbookViewId="0">' +
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
    : '';
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const body = rows.map((cells, row) => {
    const written = cells.map((cell, column) => cell && cellXml(cell, address(row, column), styles));
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  // Ids are meant to be texts: no green corner asks to make numbers of them.
  const last = address(Math.max(0, rows.length - 1), Math.max(0, widths.length - 1));
  const ignored = `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors>`;
  return `<worksheet xmlns="${NAMESPACE}">${pane}<cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData>${ignored}</worksheet>`;
}

function cellXml(cell: BookCell, place: string, styles: CellStyles): string {
  const at = `r="${place}" s="${styles.indexOf(cell)}"`;
  if (typeof cell.value === 'number') return `<c ${at}><v>${cell.value}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${markup(cell.value)}</t></is></c>`;
}

/** 'A1' of row 0, column 0. */
function address(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** Without the characters that XML cannot hold; halves of a pair become U+FFFD when the text is encoded. */
function markup(text: string): string {
  return escapeMarkup(text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, ''));
}
