import { formatCount, formatShare } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import type { EvaluationFigures } from './card-files';
import { CardSection, MissingFigure, TableFrame } from './card-section';
import { ShareCell } from './share-cell';
import tableStyles from './table.module.css';

/** One row a measured set: the share of pictures read without a mistake, with its interval. */
export function AccuracySection({ results }: { readonly results: readonly EvaluationFigures[] }) {
  return (
    <CardSection title={t('model.accuracy.title')} lead={t('model.accuracy.lead')}>
      {results.length === 0 ? (
        <MissingFigure />
      ) : (
        <TableFrame label={t('model.accuracy.title')}>
          <table className={tableStyles.table}>
            <thead>
              <tr>
                <th scope="col">{t('model.accuracy.set')}</th>
                <th scope="col">{t('model.accuracy.exact')}</th>
                <th scope="col" className={tableStyles.number}>
                  {t('model.accuracy.digits')}
                </th>
                <th scope="col" className={tableStyles.number}>
                  {t('model.accuracy.sure')}
                </th>
                <th scope="col" className={tableStyles.number}>
                  {t('model.accuracy.blank')}
                </th>
                <th scope="col" className={tableStyles.number}>
                  {t('model.accuracy.count')}
                </th>
              </tr>
            </thead>
            <tbody>
              {results.map((result) => (
                <AccuracyRow key={`${result.name} ${result.split} ${result.stage}`} result={result} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </CardSection>
  );
}

function AccuracyRow({ result }: { readonly result: EvaluationFigures }) {
  return (
    <tr>
      <th scope="row">
        {result.name}
        <span className={tableStyles.more}>{result.split}</span>
      </th>
      <td>
        <ShareCell exact={result.exact} wilson95={result.wilson95} />
      </td>
      <td className={tableStyles.number}>{formatShare(result.digitAccuracy)}</td>
      <td className={tableStyles.number}>{formatShare(result.sureAccuracy)}</td>
      <td className={tableStyles.number}>{formatShare(result.blank, 1)}</td>
      <td className={tableStyles.number}>{formatCount(result.count)}</td>
    </tr>
  );
}
