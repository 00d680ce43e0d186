import { formatCount, formatShare } from '../words/format-number';
import { t } from '../words/i18n';
import type { EvaluationFigures, ResultsFile } from './card-files';
import { CardSection, MissingFigure, TableFrame } from './card-section';

/** One row a measured set: the share of pictures read without a mistake, with its interval. */
export function AccuracySection({ results }: { readonly results: ResultsFile }) {
  return (
    <CardSection title={t('model.accuracy.title')} lead={t('model.accuracy.lead')}>
      {results.length === 0 ? (
        <MissingFigure />
      ) : (
        <TableFrame label={t('model.accuracy.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('model.accuracy.set')}</th>
                <th scope="col">{t('model.accuracy.exact')}</th>
                <th scope="col" className="table__number">
                  {t('model.accuracy.digits')}
                </th>
                <th scope="col" className="table__number">
                  {t('model.accuracy.sure')}
                </th>
                <th scope="col" className="table__number">
                  {t('model.accuracy.blank')}
                </th>
                <th scope="col" className="table__number">
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
  const [low, high] = result.wilson95;
  return (
    <tr>
      <th scope="row">
        {result.name}
        <span className="table__more">{result.split}</span>
      </th>
      <td>
        <span className="share">
          <span className="share__value">{formatShare(result.exact)}</span>
          <ShareBar share={result.exact} low={low} high={high} />
          <span className="table__more">
            {t('model.accuracy.intervalValue', { low: formatShare(low), high: formatShare(high) })}
          </span>
        </span>
      </td>
      <td className="table__number">{formatShare(result.digitAccuracy)}</td>
      <td className="table__number">{formatShare(result.sureAccuracy)}</td>
      <td className="table__number">{formatShare(result.blank, 1)}</td>
      <td className="table__number">{formatCount(result.count)}</td>
    </tr>
  );
}

/** The share as a bar with its interval; the numbers stand beside it. */
function ShareBar({ share, low, high }: { readonly share: number; readonly low: number; readonly high: number }) {
  return (
    <svg className="share__bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden>
      <rect className="share__track" x="0" y="0" width="100" height="12" />
      <rect className="share__fill" x="0" y="0" width={share * 100} height="12" />
      <rect className="share__interval" x={low * 100} y="4" width={Math.max(0.4, (high - low) * 100)} height="4" />
    </svg>
  );
}
