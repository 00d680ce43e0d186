import type { CodePatternId } from '../../../contract/code-patterns';
import { formatLocale, t } from '../../base/i18n/i18n';

/** The name of a country in the language of the page. */
export function countryName(id: CodePatternId): string {
  if (id === 'mercosur') return t('expect.country.mercosur');
  return new Intl.DisplayNames(formatLocale(), { type: 'region' }).of(id) ?? id;
}
