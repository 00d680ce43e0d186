import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { MARKS, markSheet } from './mark-sheet';
import type { ReaderPage } from './reader-page';

/** A cell of the sheet; both count from 1. */
export const cell = (page: Page, row: number, column: number) =>
  page.getByRole('gridcell', { name: new RegExp(`^Row ${row}, column ${column}: `) });

/** The cells as they stand, tabs between columns. */
export function cells(page: Page): Promise<string[]> {
  return page
    .locator('[role="grid"] tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => Array.from(row.querySelectorAll('td'), (each) => each.textContent).join('\t')),
    );
}

/** All cells, one of them with another text. */
export function withCell(row: number, column: number, text: string): string[] {
  return MARKS.map((each, at) =>
    each.map((old, index) => (at === row - 1 && index === column - 1 ? text : old)).join('\t'),
  );
}

export const AS_WRITTEN = MARKS.map((row) => row.join('\t'));

/** Reads the table of marks. */
export async function openSheet(reader: ReaderPage): Promise<void> {
  const picture = await markSheet('marks.png');
  await reader.open();
  await reader.page.getByLabel('Pictures to read', { exact: true }).setInputFiles(picture);
  await expect(reader.sheets).toBeVisible({ timeout: 45_000 });
}
