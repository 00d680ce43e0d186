import { INTERFACE_LANGUAGES } from '../src/contract/interface-languages';
import { readCatalog, readEnglish } from './read-catalogs';
import { missingMessages, translationProblems } from './translation-problems';

/** Names what each language lacks or has wrong; fails when there is anything. */
function checkTranslations(): number {
  const english = readEnglish();
  const problems = INTERFACE_LANGUAGES.filter(({ code }) => code !== 'en').flatMap(({ code, name }) => {
    const translated = readCatalog(code);
    const missing = missingMessages(english, translated);
    if (missing.length > 0) console.error(`${code} (${name}) lacks ${missing.length}: ${missing.join(', ')}`);
    const wrong = translationProblems(code, english, translated);
    for (const problem of wrong) console.error(problem);
    return [...missing, ...wrong];
  });
  return problems.length > 0 ? 1 : 0;
}

process.exitCode = checkTranslations();
