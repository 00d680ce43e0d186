import { Download } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import { Menu } from '../page/menu';
import type { ExportFormat } from './export-pictures';

/** One row a way out; the menu iterates this table. */
const FORMATS: readonly { readonly format: ExportFormat; readonly isForOne: boolean }[] = [
  { format: 'xlsx', isForOne: false },
  { format: 'csv', isForOne: false },
  { format: 'csv-numbers', isForOne: false },
  { format: 'csv-details', isForOne: false },
  { format: 'json', isForOne: false },
  { format: 'png', isForOne: true },
  { format: 'zip', isForOne: false },
];

interface ExportMenuProps {
  /** How many pictures would be exported. */
  readonly count: number;
  readonly isPrimary?: boolean;
  readonly onChoose: (format: ExportFormat) => void;
}

/** A button that opens the list of formats. */
export function ExportMenu({ count, isPrimary = false, onChoose }: ExportMenuProps) {
  const items = FORMATS.filter((row) => count === 1 || !row.isForOne).map(({ format }) => ({
    id: format,
    name: t(`out.${format}`),
    words: t(`out.${format}.words`),
    onChoose: () => onChoose(format),
  }));
  return <Menu name={t('out.export')} Icon={Download} isPrimary={isPrimary} items={items} />;
}
