import type { RecognitionFailure } from '../../../contract/failure';
import { type FailureLanguage, type FailureWords, failureMessage, failureWords } from '../../../contract/failure-words';
import { formatLocale, i18n, isolated } from './i18n';

/** English stands in the contract's own table, which the command line uses as well; catalogs hold the other languages. */
function shownLanguage(): FailureLanguage {
  return {
    locale: formatLocale(),
    translate: (id, values) => (id in i18n.messages ? i18n._(id, isolated(values)) : undefined),
  };
}

/** `failureWords` in the language that is shown. */
export function localFailureWords(failure: RecognitionFailure): FailureWords {
  return failureWords(failure, shownLanguage());
}

/** `failureMessage` in the language that is shown. */
export function localFailureMessage(failure: RecognitionFailure): string {
  return failureMessage(failure, shownLanguage());
}
