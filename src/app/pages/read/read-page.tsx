import { ShieldCheck } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import { usePageTitle } from '../../parts/page/use-page-title';
import { DropZone } from './drop-zone';
import { Examples } from './examples';
import { Formats } from './formats';
import styles from './read-page.module.css';

const STEPS = ['add', 'check', 'copy'] as const;

/** Home: what the app does, how to use it, and every way to hand in a picture. */
export function ReadPage() {
  usePageTitle();
  return (
    <div className={`page ${styles.read}`}>
      <div className={styles.intro}>
        <h1 className={styles.title} tabIndex={-1}>
          {t('read.title')}
        </h1>
        <p className={styles.lead}>{t('read.lead')}</p>
        <p className={styles.promise}>
          <ShieldCheck size={20} aria-hidden />
          {t('read.promise')}
        </p>
      </div>
      <div className={styles.input}>
        <DropZone />
        <Examples />
      </div>
      <div className={styles.help}>
        <h2 className="visually-hidden">{t('read.how')}</h2>
        <ol className={styles.steps}>
          {STEPS.map((step) => (
            <li key={step}>
              <h3 className={styles.stepTitle}>{t(`read.step.${step}.title`)}</h3>
              <p>{t(`read.step.${step}.words`)}</p>
            </li>
          ))}
        </ol>
        <Formats />
      </div>
    </div>
  );
}
