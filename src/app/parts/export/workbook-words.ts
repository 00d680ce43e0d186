import type { ExportedPicture } from '../../../export/exported-picture';
import type { WorkbookWords } from '../../../export/numbers-workbook';
import { formatDate, formatTime } from '../../base/i18n/format-date';
import { t } from '../../base/i18n/i18n';

/** What the second sheet of a workbook says of the pictures in the first. @param now milliseconds since 1970 */
export function workbookWords(pictures: readonly ExportedPicture[], now: number): WorkbookWords {
  const versions = new Set(pictures.flatMap(({ read }) => read?.recognition.modelVersion ?? []));
  return {
    numbers: t('out.sheet.numbers'),
    about: t('out.sheet.about'),
    facts: [
      [t('out.about.date'), `${formatDate(now)}, ${formatTime(now)}`],
      [t('out.about.reader'), [...versions].join(', ')],
      [t('out.about.pictures'), String(pictures.length)],
      [t('out.about.colors'), t('out.about.colors.words')],
      [t('out.about.texts'), t('out.about.texts.words')],
    ],
  };
}
