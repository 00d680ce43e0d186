import type { Box } from '../../../contract/image';
import type { FormField, FormTemplate } from '../../../forms/form-template';
import { t } from '../../base/i18n/i18n';
import { newId } from '../../work/queue/new-id';

/** What is marked on a page. */
export type FormPlan = Pick<FormTemplate, 'fields' | 'rules'>;

export function newField(fields: readonly FormField[], box: Box): FormField {
  return {
    id: newId(),
    name: t('form.field', { number: fields.length + 1 }),
    box,
    expectation: { id: 'anything' },
  };
}

export function withField({ fields, rules }: FormPlan, changed: FormField): FormPlan {
  return { fields: fields.map((field) => (field.id === changed.id ? changed : field)), rules };
}

/** Rules go with the fields that they are about. */
export function withoutField({ fields, rules }: FormPlan, gone: string): FormPlan {
  return {
    fields: fields.filter(({ id }) => id !== gone),
    rules: rules
      .filter(({ total }) => total !== gone)
      .map((rule) => ({ ...rule, parts: rule.parts.filter((part) => part !== gone) })),
  };
}

/** Makes a field the total of no or all other fields. */
export function withTotal({ fields }: FormPlan, total: string): FormPlan {
  const parts = fields.map(({ id }) => id).filter((id) => id !== total);
  return { fields, rules: total === '' ? [] : [{ kind: 'sum', parts, total }] };
}

export function withPart({ fields, rules }: FormPlan, part: string, isPart: boolean): FormPlan {
  const changed = rules.map((rule) => ({
    ...rule,
    parts: fields.map(({ id }) => id).filter((id) => (id === part ? isPart : rule.parts.includes(id))),
  }));
  return { fields, rules: changed };
}
