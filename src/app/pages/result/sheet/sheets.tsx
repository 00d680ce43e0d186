import type { ReactNode } from 'react';
import type { Recognition } from '../../../../contract/recognition';
import type { FixedReading } from '../../../../corrections/fixed-reading';
import { fixedTable } from '../../../../corrections/fixed-table';
import { t } from '../../../base/i18n/i18n';
import { CopyButtons } from '../copy-buttons';
import { tableCopyable } from '../copyables';
import type { FixCommands } from '../use-fix-commands';
import styles from './sheet.module.css';
import { SheetGrid } from './sheet-grid';

interface SheetsProps {
  readonly recognition: Pick<Recognition, 'tables'>;
  readonly reading: FixedReading;
  readonly commands: Pick<FixCommands, 'selected' | 'select' | 'apply'>;
}

/** The tables of a picture, each as a sheet. */
export function Sheets({ recognition, reading, commands }: SheetsProps) {
  return recognition.tables.map(({ rows }, index) => {
    const table = fixedTable(reading, rows);
    return (
      <SheetGrid
        // biome-ignore lint/suspicious/noArrayIndexKey: tables are their places
        key={index}
        table={table}
        position={index + 1}
        selectedId={commands.selected?.id ?? null}
        onSelect={commands.select}
        onApply={(edits) => {
          for (const edit of edits) commands.apply(edit);
        }}
      >
        <CopyButtons items={[tableCopyable(table, reading)]} />
      </SheetGrid>
    );
  });
}

/** Folds the digits away where a sheet shows them already. */
export function DigitByDigit({ isFolded, children }: { readonly isFolded: boolean; readonly children: ReactNode }) {
  if (!isFolded) return children;
  return (
    <details className={styles.digits}>
      <summary>{t('sheet.digits')}</summary>
      {children}
    </details>
  );
}
