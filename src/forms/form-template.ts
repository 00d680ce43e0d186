import type { Expectation } from '../contract/expectation';
import type { Box, GrayImage } from '../contract/image';

/** One place of a form where something is written. */
export interface FormField {
  /** Unique in its form; rules name fields by it. */
  readonly id: string;
  readonly name: string;
  /** In shares 0..1 of the page. */
  readonly box: Box;
  readonly expectation: Expectation;
}

/** The values of some fields add up to that of another. */
export interface SumRule {
  readonly kind: 'sum';
  /** Ids of fields. */
  readonly parts: readonly string[];
  readonly total: string;
}

/** What is known of one kind of form: its print, where its fields are, and what has to be true of them. */
export interface FormTemplate {
  readonly id: string;
  readonly name: string;
  /** The page, straightened; what is written in its fields is blanked out. */
  readonly print: GrayImage;
  readonly fields: readonly FormField[];
  readonly rules: readonly SumRule[];
}
