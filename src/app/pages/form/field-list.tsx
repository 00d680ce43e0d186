import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { ExpectationId } from '../../../contract/expectation';
import { DIGIT_COUNTS, EXPECTATIONS, expectationRow } from '../../../corrections/expectations';
import type { FormField } from '../../../forms/form-template';
import { t } from '../../base/i18n/i18n';
import styles from './field-list.module.css';
import type { FormPlan } from './form-plan';
import { newField, withField, withoutField, withPart, withTotal } from './form-plan';

interface FieldListProps {
  readonly plan: FormPlan;
  readonly onChange: (plan: FormPlan) => void;
}

/** Where a field is added that is then moved with keys. */
const NEW_BOX = { x: 0.3, y: 0.45, width: 0.3, height: 0.05 } as const;

/** The names of the fields, what is expected in them, and which is the total of which. */
export function FieldList({ plan, onChange }: FieldListProps) {
  const { fields, rules } = plan;
  const id = useId();
  const [rule] = rules;
  return (
    <>
      <ul className={styles.fields}>
        {fields.map((field) => (
          <li key={field.id} className={styles.field}>
            <FieldRow field={field} onChange={(changed) => onChange(withField(plan, changed))} />
            <button
              type="button"
              className="button button--quiet button--icon"
              aria-label={t('form.remove', { name: field.name })}
              onClick={() => onChange(withoutField(plan, field.id))}
            >
              <Trash2 size={20} aria-hidden />
            </button>
            {rule && rule.total !== field.id && (
              <label className={styles.part}>
                <input
                  type="checkbox"
                  checked={rule.parts.includes(field.id)}
                  onChange={({ target }) => onChange(withPart(plan, field.id, target.checked))}
                />
                {t('form.part', { name: field.name })}
              </label>
            )}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        onClick={() => onChange({ ...plan, fields: [...fields, newField(fields, NEW_BOX)] })}
      >
        <Plus size={20} aria-hidden />
        {t('form.add')}
      </button>
      {fields.length > 1 && (
        <div className={styles.total}>
          <label htmlFor={id}>{t('form.total')}</label>
          <select
            id={id}
            className="control"
            value={rule?.total ?? ''}
            onChange={({ target }) => onChange(withTotal(plan, target.value))}
          >
            <option value="">{t('form.noTotal')}</option>
            {fields.map((field) => (
              <option key={field.id} value={field.id}>
                {field.name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

function FieldRow({ field, onChange }: { readonly field: FormField; readonly onChange: (field: FormField) => void }) {
  const { name, expectation } = field;
  const expect = (id: ExpectationId) =>
    onChange({ ...field, expectation: { id, ...(expectationRow(id).asksForCount && { count: DIGIT_COUNTS.usual }) } });
  return (
    <>
      <input
        className="control"
        aria-label={t('form.name', { name })}
        value={name}
        onChange={({ target }) => onChange({ ...field, name: target.value })}
      />
      <select
        className="control"
        aria-label={t('form.expect', { name })}
        value={expectation.id}
        onChange={({ target }) => expect(target.value as ExpectationId)}
      >
        {EXPECTATIONS.map(({ id }) => (
          <option key={id} value={id}>
            {t(`expect.${id}`)}
          </option>
        ))}
      </select>
      {expectation.count !== undefined && (
        <input
          className="control"
          type="number"
          inputMode="numeric"
          aria-label={t('expect.count')}
          min={DIGIT_COUNTS.fewest}
          max={DIGIT_COUNTS.most}
          defaultValue={expectation.count}
          onChange={({ target }) => {
            const count = Math.round(target.valueAsNumber);
            if (count >= DIGIT_COUNTS.fewest && count <= DIGIT_COUNTS.most)
              onChange({ ...field, expectation: { ...expectation, count } });
          }}
        />
      )}
    </>
  );
}
