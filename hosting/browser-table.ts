/** What one browser did in the test of the other engines, and what it offers. */
export interface BrowserRow {
  readonly version: string;
  /** 'WebAssembly', 'WebGL' or 'JavaScript', on the machine of the test. */
  readonly readsWith: string;
  readonly historyReopened: boolean;
  /** A new picture was read after the server had gone. */
  readonly readsOffline: boolean;
  /** Of the three that follow from an installed app: it can be installed, shared to, and open files. */
  readonly installs: boolean;
  readonly takesShares: boolean;
  readonly opensFiles: boolean;
  readonly hasCamera: boolean;
  readonly saysQuota: boolean;
}

const COLUMNS: readonly (readonly [title: string, cell: (row: BrowserRow) => string])[] = [
  ['browser, as tested', ({ version }) => version],
  ['read with', ({ readsWith }) => readsWith],
  ['history reopened', ({ historyReopened }) => yes(historyReopened)],
  ['new picture with the server gone', ({ readsOffline }) => yes(readsOffline)],
  ['installs', ({ installs }) => yes(installs)],
  ['share target', ({ takesShares }) => yes(takesShares)],
  ['opens files', ({ opensFiles }) => yes(opensFiles)],
  ['camera interface', ({ hasCamera }) => yes(hasCamera)],
  ['says how full storage is', ({ saysQuota }) => yes(saysQuota)],
];

/** The table of browsers in `docs/browsers.md`. */
export function browserTable(rows: readonly BrowserRow[]): string {
  const lines = [COLUMNS.map(([title]) => title), COLUMNS.map(() => '---')];
  for (const row of rows) lines.push(COLUMNS.map(([, cell]) => cell(row)));
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no';
}
