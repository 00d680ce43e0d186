import { formatCount } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import type { CardManifest, DatasetFile } from './card-files';
import { CardSection, MissingFigure, TableFrame } from './card-section';
import { picturesFor } from './class-counts';
import { ClassDistribution } from './class-distribution';
import limitsSectionStyles from './limits-section.module.css';
import type { ModelCard } from './load-model-card';
import { SampleDigits } from './sample-digits';
import tableStyles from './table.module.css';
import { TermsTable } from './terms-table';

/** What the networks were trained on: sets with licenses and counts, digits, samples, doubts. */
export function DataSection({ card }: { readonly card: ModelCard }) {
  const { dataset, classifier, locator, line } = card;
  return (
    <CardSection title={t('model.data.title')} lead={t('model.data.lead')}>
      {dataset ? (
        <>
          <SetsTable dataset={dataset} />
          <DataNotes
            dataset={dataset}
            fonts={fontCount([locator.manifest, classifier.manifest, line.manifest])}
            handwritingFonts={classifier.manifest.handwritingFonts ?? 0}
          />
          <ClassDistribution dataset={dataset} />
          <SampleDigits dataset={dataset} />
        </>
      ) : (
        <MissingFigure words={t('model.data.countsMissing')} />
      )}
      <TermsTable card={card} />
    </CardSection>
  );
}

const USES = ['trains', 'chooses', 'measures'] as const;

function SetsTable({ dataset }: { readonly dataset: DatasetFile }) {
  return (
    <TableFrame label={t('model.data.title')}>
      <table className={tableStyles.table}>
        <thead>
          <tr>
            <th scope="col">{t('model.data.set')}</th>
            {USES.map((use) => (
              <th key={use} scope="col" className={tableStyles.number}>
                {t(`model.data.${use}`)}
              </th>
            ))}
            <th scope="col">{t('model.data.license')}</th>
          </tr>
        </thead>
        <tbody>
          {dataset.sets.map(({ id, title, license, source, parts }) => (
            <tr key={id}>
              <th scope="row">
                {title}
                <span className={`${tableStyles.more} ${tableStyles.source}`}>{source}</span>
              </th>
              {USES.map((use) => (
                <td key={use} className={tableStyles.number}>
                  {picturesFor(parts, use) > 0 ? formatCount(picturesFor(parts, use)) : t('model.data.none')}
                </td>
              ))}
              <td className={tableStyles.words}>{license}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface DataNotesProps {
  readonly dataset: DatasetFile;
  readonly fonts: number;
  readonly handwritingFonts: number;
}

function DataNotes({ dataset, fonts, handwritingFonts }: DataNotesProps) {
  const doubts = dataset.sets.flatMap(({ parts }) => parts.flatMap(({ doubtfulLabels }) => doubtfulLabels ?? []));
  const checked = doubts.reduce((sum, doubt) => sum + doubt.checked, 0);
  const count = doubts.reduce((sum, doubt) => sum + doubt.neighbors.count, 0);
  const { duplicates } = dataset;
  return (
    <ul className={limitsSectionStyles.limits}>
      {fonts > 0 && <li>{t('model.data.fonts', { count: fonts, written: handwritingFonts })}</li>}
      {checked > 0 && <li>{t('model.data.doubts', { checked, count })}</li>}
      {duplicates && (
        <li>
          {t('model.data.copies', {
            exact: duplicates.reduce((sum, { exact }) => sum + exact, 0),
            // Exact copies are among the near ones.
            near: duplicates.reduce((sum, { exact, near }) => sum + near - exact, 0),
          })}
        </li>
      )}
    </ul>
  );
}

function fontCount(manifests: readonly CardManifest[]): number {
  return new Set(manifests.flatMap(({ fonts }) => fonts ?? [])).size;
}
