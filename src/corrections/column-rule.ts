/** Ways in which the last digit of an id follows from the others. */
export const CHECK_DIGIT_METHODS = ['luhn', 'ean', 'mod-11'] as const;
export type CheckDigitMethod = (typeof CHECK_DIGIT_METHODS)[number];

export const RULE_IDS = ['integer', 'decimal', 'range', 'date', 'list', 'check-digit', 'sum'] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** What holds for each number of a column; which of the details count is said by the rule's row in `column-rules.ts`. */
export interface ColumnRule {
  readonly id: RuleId;
  /** Digits after the decimal mark. */
  readonly places?: number;
  /** The least and the largest value. */
  readonly from?: number;
  readonly to?: number;
  /** All that may stand here, as written. */
  readonly ids?: readonly string[];
  readonly method?: CheckDigitMethod;
  /** Ids of the columns that are added up. */
  readonly columns?: readonly number[];
}
