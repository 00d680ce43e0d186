import { Download, ScanText } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FormTemplate } from '../../../forms/form-template';
import { t } from '../../base/i18n/i18n';
import styles from './form-reader.module.css';
import { type Deviation, deviations, type FormRow } from './form-row';
import { madeTemplate, type TemplateParts } from './made-template';
import { useFormBatch } from './use-form-batch';

const WORDS = { missing: 'form.missing', doubtful: 'form.doubtful', sum: 'form.sum' } as const satisfies Readonly<
  Record<Deviation, string>
>;

/** Reads a batch of forms with the template: one row a form, one column a field, what deviates over its crop. */
export function FormReader(parts: TemplateParts) {
  const input = useRef<HTMLInputElement>(null);
  const [template, setTemplate] = useState<FormTemplate | null>(null);
  const { rows, total, isReading, read, type } = useFormBatch();
  const begin = (files: readonly File[]) => {
    const made = madeTemplate(parts);
    setTemplate(made);
    void read(files, made);
  };
  return (
    <section className={styles.reader} aria-busy={isReading}>
      <div className="actions">
        <button
          type="button"
          className="button button--primary"
          disabled={parts.plan.fields.length === 0 || isReading}
          onClick={() => input.current?.click()}
        >
          <ScanText size={20} aria-hidden />
          {t('form.read')}
        </button>
        {template && rows.length > 0 && !isReading && (
          <button type="button" className="button" onClick={() => void saveTable(template, rows)}>
            <Download size={20} aria-hidden />
            {t('out.csv')}
          </button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('form.read')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) begin(files);
        }}
      />
      <p role="status">{total > 0 && t('form.progress', { done: rows.length, total })}</p>
      {template && rows.length > 0 && <FormTable template={template} rows={rows} onType={type} />}
    </section>
  );
}

interface FormTableProps {
  readonly template: FormTemplate;
  readonly rows: readonly FormRow[];
  readonly onType: (row: number, cell: number, text: string) => void;
}

function FormTable({ template, rows, onType }: FormTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the page is scrolled with keys.
    <section className={styles.scroll} tabIndex={0} aria-label={template.name}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('form.picture')}</th>
            {template.fields.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and rows keep their order.
            <tr key={at}>
              <th scope="row">{row.file}</th>
              {row.cells.length === 0 && (
                <td colSpan={template.fields.length} data-verdict="check">
                  {t('form.misplaced')}
                </td>
              )}
              <FormCells row={row} template={template} onType={(cell, text) => onType(at, cell, text)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FormCellsProps {
  readonly row: FormRow;
  readonly template: FormTemplate;
  readonly onType: (cell: number, text: string) => void;
}

function FormCells({ row, template, onType }: FormCellsProps) {
  const found = deviations(row, template);
  return row.cells.map(({ text, cropUrl }, index) => {
    const deviation = found[index];
    const field = template.fields[index]!;
    return (
      <td key={field.id} data-verdict={deviation ? 'check' : undefined}>
        <img className={styles.crop} src={cropUrl} alt="" />
        <input
          className="control"
          inputMode="decimal"
          aria-label={t('form.value', { name: field.name, file: row.file })}
          value={text}
          onChange={({ target }) => onType(index, target.value)}
        />
        {deviation && <span className={styles.deviation}>{t(WORDS[deviation])}</span>}
      </td>
    );
  });
}

/** One row a form, one column a field, and at last what deviates, in words. */
async function saveTable(template: FormTemplate, rows: readonly FormRow[]): Promise<void> {
  const [{ toCsv }, { saveFile }] = await Promise.all([
    import('../../../export/csv'),
    import('../../base/browser/save-file'),
  ]);
  const head = [t('form.picture'), ...template.fields.map(({ name }) => name), t('form.doubtful')];
  const lines = rows.map((row) => {
    const words = deviations(row, template).flatMap((deviation, index) =>
      deviation ? [`${template.fields[index]!.name}: ${t(WORDS[deviation])}`] : [],
    );
    const cells = template.fields.map((_, index) => row.cells[index]?.text ?? '');
    return [row.file, ...cells, row.cells.length === 0 ? t('form.misplaced') : words.join('; ')];
  });
  saveFile(`${template.name}.csv`, new Blob([toCsv([head, ...lines])], { type: 'text/csv' }));
}
