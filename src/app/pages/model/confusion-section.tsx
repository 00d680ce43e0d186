import { classScores } from '../../../scoring/class-scores';
import { formatCount, formatShare } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import type { EvaluationFigures } from './card-files';
import { CardSection, MissingFigure, TableFrame } from './card-section';
import cardSectionStyles from './card-section.module.css';
import styles from './confusion-section.module.css';
import { ConfusionTable } from './confusion-table';
import { ResultChoice, resultName, useResultChoice } from './result-choice';
import tableStyles from './table.module.css';

/** Which digits are taken for which, and how well each one is read. */
export function ConfusionSection({ results }: { readonly results: readonly EvaluationFigures[] }) {
  const measured = results.filter((result) => result.confusion !== undefined);
  const { sorted, chosen, index, setIndex } = useResultChoice(measured);
  const name = chosen ? resultName(chosen) : '';
  return (
    <CardSection title={t('model.confusion.title')} lead={t('model.confusion.lead')}>
      {chosen?.confusion ? (
        <>
          <ResultChoice
            label={t('model.confusion.choose')}
            names={sorted.map(resultName)}
            index={index}
            onChoose={setIndex}
          />
          <div className={styles.pair}>
            <ConfusionTable caption={t('model.confusion.caption')} about={name} matrix={chosen.confusion} />
            <ClassScores caption={t('model.confusion.scores')} about={name} matrix={chosen.confusion} />
          </div>
          <p className={cardSectionStyles.lead}>{t('model.confusion.scoresLead')}</p>
        </>
      ) : (
        <MissingFigure />
      )}
    </CardSection>
  );
}

interface ClassScoresProps {
  readonly caption: string;
  /** What was measured. */
  readonly about: string;
  readonly matrix: readonly (readonly number[])[];
}

function ClassScores({ caption, about, matrix }: ClassScoresProps) {
  const written = (value: number | null) => (value === null ? t('model.confusion.none') : formatShare(value));
  return (
    <TableFrame label={`${caption}, ${about}`}>
      <table className={`${tableStyles.table} ${tableStyles.narrow}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('model.digit')}</th>
            <th scope="col" className={tableStyles.number}>
              {t('model.confusion.pictures')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('model.confusion.precision')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('model.confusion.recall')}
            </th>
          </tr>
        </thead>
        <tbody>
          {classScores(matrix).map(({ label, count, precision, recall }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={tableStyles.number}>{formatCount(count)}</td>
              <td className={tableStyles.number}>{written(precision)}</td>
              <td className={tableStyles.number}>{written(recall)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
