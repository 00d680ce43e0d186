import { useId } from 'react';
import { t } from '../../base/i18n/i18n';
import type { DatasetFile, Sprite } from './card-files';
import cardSectionStyles from './card-section.module.css';
import { CLASSIFIER_FOLDER } from './load-model-card';
import styles from './sample-digits.module.css';

/** A few digits of each set that may be shown, and their average, as the classifier gets them. */
export function SampleDigits({ dataset }: { readonly dataset: DatasetFile }) {
  const id = useId();
  const shown = dataset.sets.flatMap((set) =>
    set.parts.flatMap(({ figures }) => (figures ? [{ title: set.title, ...figures }] : [])),
  );
  const [first] = shown;
  if (!first) {
    return null;
  }
  return (
    <section className={cardSectionStyles.part} aria-labelledby={id}>
      <h3 id={id}>{t('model.data.samples')}</h3>
      <p className={cardSectionStyles.lead}>{t('model.data.samplesLead', { side: first.samples.cell })}</p>
      <div className={styles.samples}>
        {shown.map(({ title, samples, means }) => (
          <figure key={title} className={styles.set}>
            <SpriteSheet sprite={samples} label={t('model.data.samplesAlt', { set: title })} />
            <SpriteSheet sprite={means} label={t('model.data.meansAlt', { set: title })} />
            <figcaption>{title}</figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}

function SpriteSheet({
  sprite: { path, columns, rows, cell },
  label,
}: {
  readonly sprite: Sprite;
  readonly label: string;
}) {
  return (
    <img
      className={styles.sheet}
      src={`${CLASSIFIER_FOLDER}${path}`}
      width={columns * cell}
      height={rows * cell}
      alt={label}
      loading="lazy"
    />
  );
}
