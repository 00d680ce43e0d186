/**
 * Reads comma-separated values (RFC 4180: quotes, doubled quotes, line breaks inside quotes) with a heading.
 *
 * @returns one object a row, by the names in the heading; missing fields are ''
 */
export function readCsv(text: string): Readonly<Record<string, string>>[] {
  const [heading = [], ...rows] = splitRows(text.replace(/^\ufeff/, ''));
  return rows
    .filter((row) => row.some((field) => field !== ''))
    .map((row) => Object.fromEntries(heading.map((name, column) => [name.trim(), row[column] ?? ''])));
}

function splitRows(text: string): string[][] {
  const rows: string[][] = [[]];
  // A field, quoted or plain, with what ends it.
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*|))(,|\r\n|\n|\r|$)/y;
  while (fields.lastIndex < text.length) {
    const match = fields.exec(text);
    if (!match) throw new Error('a quote in the CSV file is not closed');
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] !== ',' && fields.lastIndex < text.length) rows.push([]);
    if (match[3] === ',' && fields.lastIndex === text.length) rows.at(-1)!.push('');
  }
  return rows;
}
