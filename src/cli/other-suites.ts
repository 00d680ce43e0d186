import type { EvaluationSuite } from './evaluation-suite';
import { FORM_SUITES } from './form-suites';
import { PLATE_SUITES } from './plate-suites';

/** What is read besides numbers on pages as they come. */
export const OTHER_SUITES: readonly EvaluationSuite[] = [...FORM_SUITES, ...PLATE_SUITES];
