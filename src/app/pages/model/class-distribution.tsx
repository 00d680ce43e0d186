import { type CSSProperties, useId, useState } from 'react';
import { formatCount, formatShare } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import type { DatasetFile } from './card-files';
import { TableFrame } from './card-section';
import cardSectionStyles from './card-section.module.css';
import { trainingClasses } from './class-counts';
import styles from './class-distribution.module.css';
import foldStyles from './fold.module.css';
import { ResultChoice } from './result-choice';
import tableStyles from './table.module.css';

/** How many of each digit a part holds: bars with their numbers, and the same as a table. */
export function ClassDistribution({ dataset }: { readonly dataset: DatasetFile }) {
  const id = useId();
  const [index, setIndex] = useState(0);
  const parts = [
    { name: t('model.data.allTraining'), classes: trainingClasses(dataset) },
    ...dataset.sets.flatMap((set) =>
      set.parts.map((part) => ({
        name: t('model.data.partName', { set: set.title, part: part.name }),
        classes: part.classes,
      })),
    ),
  ];
  const { name, classes } = parts[index] ?? parts[0]!;
  return (
    <section className={cardSectionStyles.part} aria-labelledby={id}>
      <h3 id={id}>{t('model.data.distribution')}</h3>
      <p className={cardSectionStyles.lead}>{t('model.data.distributionLead')}</p>
      <ResultChoice
        label={t('model.data.part')}
        names={parts.map((part) => part.name)}
        index={index}
        onChoose={setIndex}
      />
      <ClassBars label={t('model.data.bars', { part: name })} classes={classes} />
      <details className={foldStyles.fold}>
        <summary>{t('model.table')}</summary>
        <ClassTable label={t('model.data.bars', { part: name })} classes={classes} />
      </details>
    </section>
  );
}

interface ClassFigures {
  readonly label: string;
  /** How many of each digit 0..9. */
  readonly classes: readonly number[];
}

function ClassBars({ label, classes }: ClassFigures) {
  const most = Math.max(1, ...classes);
  return (
    <ol className={`sheet ${styles.chart}`} aria-label={label}>
      {classes.map((count, digit) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
        <li key={digit} className={styles.row} style={{ '--share': (count / most).toFixed(4) } as CSSProperties}>
          <span className={styles.digit}>{digit}</span>
          <span className={styles.track} aria-hidden>
            <span className={styles.bar} />
          </span>
          <span className={styles.count}>{formatCount(count)}</span>
        </li>
      ))}
    </ol>
  );
}

function ClassTable({ label, classes }: ClassFigures) {
  const total = classes.reduce((sum, count) => sum + count, 0);
  return (
    <TableFrame label={label}>
      <table className={`${tableStyles.table} ${tableStyles.narrow}`}>
        <thead>
          <tr>
            <th scope="col">{t('model.digit')}</th>
            <th scope="col" className={tableStyles.number}>
              {t('model.data.count')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('model.data.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map((count, digit) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
            <tr key={digit}>
              <th scope="row">{digit}</th>
              <td className={tableStyles.number}>{formatCount(count)}</td>
              <td className={tableStyles.number}>{formatShare(count / Math.max(1, total), 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
