import { interpretNumber } from './interpret-number';

/**
 * How often people write such a text, beside others that a look at the same ink may mean: only told apart as far as a text's form
 * makes it unlikely. Tried on validation numbers with marks (`training/EXPERIMENTS.md`).
 */
const FORMS: readonly (readonly [is: (text: string) => boolean, plausibility: number])[] = [
  // The slash of an ending that was taken for a 1: '12,5001-' is '12,500/-'.
  [(text) => /[.,]\d{3}1[-=]$/.test(text), 0.1],
  [(text) => /[.,]\d{3}1$/.test(text), 0.4],
  // A slash of a date that was taken for a 1: '3/7189'.
  [(text) => /^\d{1,2}\/\d{4,5}$/.test(text) && !/\/(19|20)\d\d$/.test(text), 0.2],
  // Nothing follows a percent sign.
  [(text) => /%\d/.test(text), 0.1],
  // Three digits behind a mark are a group, and then the others are grouped too.
  [(text) => /^\D*\d{4,}[.,]\d{3}(\D*)$/.test(text), 0.3],
  // Groups of a length that no convention has.
  [(text) => interpretNumber(text).doubts.includes('impossible-grouping'), 0.1],
];

/** @returns 0..1; 1 where nothing speaks against the text */
export function plausibility(text: string): number {
  return FORMS.find(([is]) => is(text))?.[1] ?? 1;
}
