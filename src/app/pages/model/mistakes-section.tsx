import { formatProbability } from '../../base/i18n/format-probability';
import { t } from '../../base/i18n/i18n';
import type { MistakesFile } from './card-files';
import { CardSection, MissingFigure } from './card-section';
import cardSectionStyles from './card-section.module.css';
import { CARD_FOLDER, type ModelCard } from './load-model-card';
import styles from './mistakes-section.module.css';
import { shippedWeights } from './shipped-weights';
import { SpriteCell } from './sprite-cell';
import tableStyles from './table.module.css';

/** The digits that the reader gets wrong most confidently. */
export function MistakesSection({ card }: { readonly card: ModelCard }) {
  const { mistakes } = card;
  return (
    <CardSection
      title={t('model.mistakes.title')}
      {...(mistakes && {
        lead: t('model.mistakes.lead', {
          wrong: mistakes.wrong,
          pictures: mistakes.pictures,
          shown: mistakes.mistakes.length,
          set: mistakes.set,
        }),
      })}
    >
      {mistakes ? <Gallery file={mistakes} isOld={mistakes.weights !== shippedWeights(card)} /> : <MissingFigure />}
    </CardSection>
  );
}

function Gallery({ file, isOld }: { readonly file: MistakesFile; readonly isOld: boolean }) {
  return (
    <>
      {isOld && <p className={cardSectionStyles.lead}>{t('model.mistakes.old')}</p>}
      <ul className={styles.mistakes}>
        {file.mistakes.map(({ index, label, read, confidence }, position) => (
          <li key={index} className={styles.mistake}>
            <SpriteCell
              sprite={file.sprite}
              folder={CARD_FOLDER}
              index={position}
              label={t('model.mistakes.alt', { truth: label })}
            />
            <span className={styles.words}>{t('model.mistakes.item', { truth: label, read })}</span>
            <span className={tableStyles.more}>{formatProbability(confidence)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
