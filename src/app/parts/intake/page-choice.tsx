import { type FormEvent, useEffect, useRef, useState } from 'react';
import { LIMITS } from '../../../contract/limits';
import { t } from '../../base/i18n/i18n';
import { readPageRanges } from '../../work/queue/page-ranges';
import fieldStyles from '../passphrase/field.module.css';
import styles from './page-choice.module.css';

interface PageChoiceProps {
  readonly fileName: string;
  readonly pageCount: number;
  /** Numbers from 1; null when the document is not wanted. */
  readonly onChoose: (pages: readonly number[] | null) => void;
}

/** Asks which pages of a long document are to be read. */
export function PageChoice({ fileName, pageCount, onChoose }: PageChoiceProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const most = Math.min(pageCount, LIMITS.pagesAtOnce);
  const [text, setText] = useState(`1-${most}`);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const choose = (event: FormEvent) => {
    event.preventDefault();
    const pages = readPageRanges(text, pageCount, LIMITS.pagesAtOnce);
    setWrong(pages === null);
    if (pages) onChoose(pages);
  };

  return (
    <dialog
      ref={dialog}
      className={`sheet ${styles.dialog}`}
      aria-labelledby="pages-title"
      onClose={() => onChoose(null)}
    >
      <h2 id="pages-title">{t('pages.title', { file: fileName })}</h2>
      <p>{t('pages.count', { count: pageCount, most: LIMITS.pagesAtOnce })}</p>
      <form onSubmit={choose} noValidate className={styles.form}>
        <label htmlFor="pages-field" className={fieldStyles.label}>
          {t('pages.field')}
        </label>
        <input
          id="pages-field"
          className={fieldStyles.input}
          value={text}
          autoComplete="off"
          dir="ltr"
          aria-invalid={isWrong}
          aria-describedby="pages-wrong"
          onChange={(event) => setText(event.target.value)}
        />
        <p id="pages-wrong" role="alert" className={fieldStyles.problem}>
          {isWrong && t('pages.wrong', { count: pageCount, most: LIMITS.pagesAtOnce })}
        </p>
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t('pages.read')}
          </button>
          <button type="button" className="button" onClick={() => onChoose(null)}>
            {t('shell.run.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
