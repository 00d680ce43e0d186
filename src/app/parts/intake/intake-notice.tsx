import { ImagePlus, X } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import styles from './intake-notice.module.css';

interface IntakeNoticeProps {
  readonly words: string;
  readonly onChoose: () => void;
  readonly onDismiss: () => void;
}

/** Says what became of something that was given and is no picture, and what to do instead. */
export function IntakeNotice({ words, onChoose, onDismiss }: IntakeNoticeProps) {
  return (
    <div className={styles.notice}>
      <p role="status">{words}</p>
      <div className={styles.actions}>
        <button type="button" className="button button--inverse" onClick={onChoose}>
          <ImagePlus size={20} aria-hidden />
          {t('shell.choose')}
        </button>
        <button
          type="button"
          className="button button--inverse button--icon"
          aria-label={t('shell.dismiss')}
          onClick={onDismiss}
        >
          <X size={20} aria-hidden />
        </button>
      </div>
    </div>
  );
}
