import { formatCount, formatShare } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import styles from './calibration-section.module.css';
import type { ConfidenceFigures, EvaluationFigures, ReliabilityBin } from './card-files';
import { CardSection, MissingFigure, TableFrame } from './card-section';
import { ReliabilityPlot } from './reliability-plot';
import { ResultChoice, resultName, useResultChoice } from './result-choice';
import tableStyles from './table.module.css';

type Measured = EvaluationFigures | ConfidenceFigures;

/** Whether the percentages can be believed: reliability bins as a plot and as a table. */
export function CalibrationSection({ results }: { readonly results: readonly Measured[] }) {
  const { sorted, chosen, index, setIndex } = useResultChoice(results);
  return (
    <CardSection title={t('model.calibration.title')} lead={t('model.calibration.lead')}>
      {chosen ? (
        <>
          <ResultChoice
            label={t('model.confusion.choose')}
            names={sorted.map(resultName)}
            index={index}
            onChoose={setIndex}
          />
          <p>{calibrationWords(chosen)}</p>
          <div className={styles.calibration}>
            <ReliabilityPlot bins={chosen.reliability} label={plotLabel(chosen)} />
            <ReliabilityTable bins={chosen.reliability} name={resultName(chosen)} />
          </div>
        </>
      ) : (
        <MissingFigure />
      )}
    </CardSection>
  );
}

function calibrationWords({ calibrationError, sureShare, sureAccuracy, checkShare }: Measured): string {
  return t('model.calibration.error', {
    error: formatShare(calibrationError),
    share: formatShare(sureShare, 1),
    accuracy: formatShare(sureAccuracy),
    check: formatShare(checkShare, 1),
  });
}

function plotLabel(result: Measured): string {
  const error = formatShare(result.calibrationError);
  return t('model.calibration.plot', { name: resultName(result), count: result.reliability.length, error });
}

function ReliabilityTable({ bins, name }: { readonly bins: readonly ReliabilityBin[]; readonly name: string }) {
  return (
    <TableFrame label={`${t('model.calibration.title')}, ${name}`}>
      <table className={`${tableStyles.table} ${tableStyles.narrow}`}>
        <thead>
          <tr>
            <th scope="col" className={tableStyles.number}>
              {t('model.calibration.group')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('model.calibration.right')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('model.calibration.digits')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ confidence, accuracy, count }) => (
            <tr key={confidence}>
              <td className={tableStyles.number}>{formatShare(confidence, 1)}</td>
              <td className={tableStyles.number}>{formatShare(accuracy, 1)}</td>
              <td className={tableStyles.number}>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
