import { describe, expect, it } from 'vitest';
import type { FormTemplate } from './form-template';
import { parseTemplate, templateText } from './template-file';

const TEMPLATE: FormTemplate = {
  id: 't',
  name: 'Meter readings',
  print: { width: 2, height: 2, data: Uint8Array.from([0, 9, 128, 255]) },
  fields: ['a', 'b', 'c'].map((id) => ({
    id,
    name: `Field ${id}`,
    box: { x: 0.1, y: 0.2, width: 0.3, height: 0.1 },
    expectation: { id: 'digits', count: 3 },
  })),
  rules: [{ kind: 'sum', parts: ['a', 'b'], total: 'c' }],
};
const changed = (change: (json: Record<string, unknown>) => object) =>
  JSON.stringify(change(JSON.parse(templateText(TEMPLATE))));

describe('parseTemplate', () => {
  it('reads what was written', () => {
    expect(parseTemplate(templateText(TEMPLATE))).toEqual(TEMPLATE);
  });

  it.each<[string, string]>([
    ['text', 'no JSON'],
    ['other JSON', '{"a": 1}'],
    ['a later version', changed((json) => ({ ...json, version: 2 }))],
    ['a print that lacks pixels', changed((json) => ({ ...json, print: { width: 2, height: 2, levels: '00' } }))],
    ['a print as large as memory', changed((json) => ({ ...json, print: { width: 9e6, height: 9e6, levels: '' } }))],
    ['a field beyond the page', changed((json) => ({ ...json, fields: [{ ...TEMPLATE.fields[0], box: { x: 7 } }] }))],
    [
      'two fields of one id',
      changed((json) => ({ ...json, fields: [TEMPLATE.fields[0], TEMPLATE.fields[0]], rules: [] })),
    ],
    ['a rule about no field', changed((json) => ({ ...json, rules: [{ kind: 'sum', parts: ['z'], total: 'a' }] }))],
    [
      'an unknown expectation',
      changed((json) => ({ ...json, fields: [{ ...TEMPLATE.fields[0], expectation: { id: 'x' } }] })),
    ],
  ])('refuses %s', (_, text) => {
    expect(parseTemplate(text)).toBeNull();
  });
});
