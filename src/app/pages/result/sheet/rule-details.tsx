import { CHECK_DIGIT_METHODS, type CheckDigitMethod, type ColumnRule } from '../../../../corrections/column-rule';
import { ruleRow } from '../../../../corrections/column-rules';
import type { FixedTable } from '../../../../corrections/fixed-table';
import { t } from '../../../base/i18n/i18n';
import styles from './column-form.module.css';
import { columnWords } from './sheet-menu';

const MOST_PLACES = 6;

interface RuleDetailsProps {
  readonly rule: ColumnRule;
  readonly table: FixedTable;
  readonly column: number;
  readonly onChange: (rule: ColumnRule) => void;
}

/** What a rule asks for beside its name. */
export function RuleDetails({ rule, table, column, onChange }: RuleDetailsProps) {
  switch (ruleRow(rule.id).asks) {
    case 'places':
      return (
        <NumberField
          label={t('rule.places')}
          value={rule.places}
          most={MOST_PLACES}
          onChange={(places = 0) => onChange({ ...rule, places })}
        />
      );
    case 'from-to':
      return (
        <div className={styles.range}>
          <NumberField
            label={t('rule.from')}
            value={rule.from}
            onChange={(from) => onChange(withRange(rule, { from }))}
          />
          <NumberField label={t('rule.to')} value={rule.to} onChange={(to) => onChange(withRange(rule, { to }))} />
        </div>
      );
    case 'ids':
      return <IdsField rule={rule} onChange={onChange} />;
    case 'method':
      return (
        <label className={styles.pair}>
          {t('rule.method')}
          <select
            className={`control ${styles.field}`}
            value={rule.method}
            onChange={(event) => onChange({ ...rule, method: event.target.value as CheckDigitMethod })}
          >
            {CHECK_DIGIT_METHODS.map((method) => (
              <option key={method} value={method}>
                {t(`rule.method.${method}`)}
              </option>
            ))}
          </select>
        </label>
      );
    case 'columns':
      return <AddedColumns rule={rule} table={table} column={column} onChange={onChange} />;
    default:
      return null;
  }
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly most?: number;
  /** undefined: nothing is typed. */
  readonly onChange: (value: number | undefined) => void;
}

function NumberField({ label, value, most, onChange }: NumberFieldProps) {
  return (
    <label className={styles.pair}>
      {label}
      <input
        className={`control ${styles.field}`}
        type="number"
        step="any"
        {...(most !== undefined && { min: 0, max: most, step: 1 })}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.valueAsNumber)}
      />
    </label>
  );
}

function withRange(rule: ColumnRule, range: { from?: number | undefined; to?: number | undefined }): ColumnRule {
  const { from, to } = { from: rule.from, to: rule.to, ...range };
  return { id: rule.id, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function IdsField({ rule, onChange }: Pick<RuleDetailsProps, 'rule' | 'onChange'>) {
  return (
    <label className={styles.pair}>
      {t('rule.ids')}
      <textarea
        className={`control ${styles.field}`}
        rows={3}
        defaultValue={rule.ids?.join(' ')}
        onChange={({ target }) =>
          onChange({ ...rule, ids: target.value.split(/[\s;]+/).filter((text) => text !== '') })
        }
      />
    </label>
  );
}

function AddedColumns({ rule, table, column, onChange }: RuleDetailsProps) {
  const added = rule.columns ?? [];
  const toggle = (id: number) =>
    onChange({ ...rule, columns: added.includes(id) ? added.filter((other) => other !== id) : [...added, id] });
  return (
    <fieldset className={styles.columns}>
      <legend>{t('rule.columns')}</legend>
      {table.columns.map(({ id }, at) =>
        at === column ? null : (
          <label key={id}>
            <input type="checkbox" checked={added.includes(id)} onChange={() => toggle(id)} />
            {columnWords(table, at)}
          </label>
        ),
      )}
    </fieldset>
  );
}
