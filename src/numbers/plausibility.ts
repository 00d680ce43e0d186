import { LINE_THRESHOLDS } from '../contract/line-thresholds';
import { interpretNumber } from './interpret-number';

const FORM = LINE_THRESHOLDS.plausibility;

/**
 * How often people write such a text, beside others that a look at the same ink may mean: only told apart as far as a text's form
 * makes it unlikely.
 */
const FORMS: readonly (readonly [is: (text: string) => boolean, plausibility: number])[] = [
  [(text) => /[.,]\d{3}1[-=]$/.test(text), FORM.slashBeforeDash],
  [(text) => /[.,]\d{3}1$/.test(text), FORM.slashAtEnd],
  [(text) => /^\d{1,2}\/\d{4,5}$/.test(text) && !/\/(19|20)\d\d$/.test(text), FORM.slashOfDate],
  [(text) => /%\d/.test(text), FORM.behindPercent],
  [(text) => /^\D*\d{4,}[.,]\d{3}(\D*)$/.test(text), FORM.halfGrouped],
  [(text) => interpretNumber(text).doubts.includes('impossible-grouping'), FORM.ungrouped],
];

/** @returns 0..1; 1 where nothing speaks against the text */
export function plausibility(text: string): number {
  return FORMS.find(([is]) => is(text))?.[1] ?? 1;
}
