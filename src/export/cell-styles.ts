import { escapeMarkup } from './escape-markup';

/** How a cell looks. */
export interface CellLook {
  /** A number format as spreadsheets write it, e.g. '0.00', 'yyyy-mm-dd' or '@' for a text; 'General' when absent. */
  readonly format?: string;
  readonly isBold?: boolean;
  /** On amber. */
  readonly isMarked?: boolean;
}

/** Amber, on which black text is read well. */
const MARK_COLOR = 'FFFDE68A';
/** Numbers below are formats that every spreadsheet knows without being told. */
const FIRST_FORMAT = 164;

/** The looks that cells of a workbook have, each once; cells name them by their index. */
export class CellStyles {
  readonly #looks = new Map<string, CellLook>();
  readonly #formats: string[] = [];

  constructor() {
    this.indexOf({});
  }

  indexOf({ format = 'General', isBold = false, isMarked = false }: CellLook): number {
    const key = JSON.stringify([format, isBold, isMarked]);
    if (!this.#looks.has(key)) this.#looks.set(key, { format, isBold, isMarked });
    return [...this.#looks.keys()].indexOf(key);
  }

  /** `xl/styles.xml` (ECMA-376, part 1, 18.8). */
  toXml(): string {
    const looks = [...this.#looks.values()].map((look) => {
      const ids = `numFmtId="${this.#formatId(look.format!)}" fontId="${Number(look.isBold)}" fillId="${look.isMarked ? 2 : 0}"`;
      return `<xf ${ids} borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`;
    });
    const formats = this.#formats.map(
      (format, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${escapeMarkup(format)}"/>`,
    );
    const font = '<sz val="11"/><name val="Calibri"/>';
    // The first two fills are always these.
    const fills = [
      '<patternFill patternType="none"/>',
      '<patternFill patternType="gray125"/>',
      `<patternFill patternType="solid"><fgColor rgb="${MARK_COLOR}"/></patternFill>`,
    ].map((fill) => `<fill>${fill}</fill>`);
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '',
      `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
      `<fills count="${fills.length}">${fills.join('')}</fills>`,
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>`,
      '</styleSheet>',
    ].join('');
  }

  #formatId(format: string): number {
    if (format === 'General') return 0;
    if (!this.#formats.includes(format)) this.#formats.push(format);
    return FIRST_FORMAT + this.#formats.indexOf(format);
  }
}
