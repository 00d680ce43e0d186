import { type FormEvent, useId, useState } from 'react';
import { CHECK_DIGIT_METHODS, type ColumnRule, type RuleId } from '../../../../corrections/column-rule';
import { RULES, ruleRow } from '../../../../corrections/column-rules';
import type { FixedTable } from '../../../../corrections/fixed-table';
import { t } from '../../../base/i18n/i18n';
import styles from './column-form.module.css';
import { RuleDetails } from './rule-details';
import { columnWords } from './sheet-menu';

interface ColumnFormProps {
  readonly table: FixedTable;
  readonly column: number;
  readonly onSave: (name: string, rule: ColumnRule | null) => void;
  readonly onCancel: () => void;
}

/** The name of a column, and the rule for its numbers. */
export function ColumnForm({ table, column, onSave, onCancel }: ColumnFormProps) {
  const current = table.columns[column]!;
  const [name, setName] = useState(current.name);
  const [rule, setRule] = useState(current.rule);
  const id = useId();
  const choose = (ruleId: RuleId | '') => setRule(ruleId === '' ? null : ruleOf(ruleId, table, column));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSave(name.trim(), rule);
  };
  return (
    <form
      className={`sheet ${styles.form}`}
      // The keypad stays away, also from the buttons.
      data-typing
      aria-label={t('sheet.menu.rule', { column: columnWords(table, column) })}
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label className={styles.pair}>
        {t('sheet.name')}
        <input
          className={`control ${styles.field}`}
          value={name}
          placeholder={t('sheet.column', { column: column + 1 })}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this form
          autoFocus
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className={styles.pair} htmlFor={id}>
        {t('sheet.rule')}
        <select
          id={id}
          className={`control ${styles.field}`}
          value={rule?.id ?? ''}
          onChange={(event) => choose(event.target.value as RuleId | '')}
        >
          <option value="">{t('rule.none')}</option>
          {RULES.map((row) => (
            <option key={row.id} value={row.id}>
              {t(`rule.${row.id}`)}
            </option>
          ))}
        </select>
      </label>
      {rule && <RuleDetails rule={rule} table={table} column={column} onChange={setRule} />}
      <div className="actions">
        <button type="submit" className="button button--primary">
          {t('sheet.save')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('sheet.cancel')}
        </button>
      </div>
    </form>
  );
}

/** A rule with what it usually asks for. */
function ruleOf(id: RuleId, { columns, rows }: FixedTable, column: number): ColumnRule {
  switch (ruleRow(id).asks) {
    case 'places':
      return { id, places: 2 };
    case 'from-to':
      return { id, from: 0, to: 100 };
    case 'ids':
      return { id, ids: textsOf(rows, column) };
    case 'method':
      return { id, method: CHECK_DIGIT_METHODS[0] };
    case 'columns':
      return { id, columns: columns.flatMap((other, at) => (at < column && at > 0 ? [other.id] : [])) };
    default:
      return { id };
  }
}

/** What stands in a column, each text once: few of them are wrong. */
function textsOf(rows: FixedTable['rows'], column: number): readonly string[] {
  const texts = rows.flatMap((cells) => (cells[column]?.numbers ?? []).map(({ text }) => text));
  return [...new Set(texts)];
}
