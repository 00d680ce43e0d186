import type { EvaluationSuite } from './evaluation-suite';
import { FORM_SUITES } from './form-suites';
import { PLATE_SUITES } from './plate-suites';
import { SCRIPT_SUITES } from './script-suites';

/** What is read besides numbers in Latin digits on pages as they come. */
export const OTHER_SUITES: readonly EvaluationSuite[] = [...SCRIPT_SUITES, ...FORM_SUITES, ...PLATE_SUITES];
