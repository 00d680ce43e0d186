import type { SumRule } from './form-template';

/**
 * The rules that what stands in a form does not keep. A rule is only broken where all of its fields have a value.
 *
 * @param fieldValue the value of a field by its id; null where it has none
 */
export function brokenRules(rules: readonly SumRule[], fieldValue: (id: string) => number | null): SumRule[] {
  return rules.filter(({ parts, total }) => {
    const values = parts.map(fieldValue);
    const expected = fieldValue(total);
    if (expected === null || values.includes(null)) return false;
    const sum = values.reduce<number>((added, value) => added + (value ?? 0), 0);
    // Amounts have fractions that binary numbers do not add up exactly.
    return Math.abs(sum - expected) > Number.EPSILON * 1e3 * Math.max(1, Math.abs(sum));
  });
}
