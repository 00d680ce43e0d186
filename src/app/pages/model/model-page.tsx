import { type ComponentType, useEffect, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import noticeStyles from '../../parts/page/notice.module.css';
import { usePageTitle } from '../../parts/page/use-page-title';
import styles from './model-page.module.css';

type Loaded = { readonly Card: ComponentType } | 'loading' | 'failed';

/** The heading at once, so that it can take the focus; the card itself is loaded when somebody comes to see it. */
export function ModelPage() {
  usePageTitle(t('shell.page.model'));
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [attempt, setAttempt] = useState(1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what loads again
  useEffect(() => {
    let current = true;
    import('./model-card').then(
      ({ ModelCardView }) => current && setLoaded({ Card: ModelCardView }),
      () => current && setLoaded('failed'),
    );
    return () => {
      current = false;
    };
  }, [attempt]);

  return (
    <div className={`page ${styles.page}`}>
      <h1 className={styles.title} tabIndex={-1}>
        {t('shell.page.model')}
      </h1>
      {loaded === 'failed' ? (
        <div role="alert" className={`${noticeStyles.notice} ${noticeStyles.inline}`}>
          <p>{t('shell.part.failed')}</p>
          <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
            {t('shell.retry')}
          </button>
        </div>
      ) : (
        loaded !== 'loading' && <loaded.Card />
      )}
    </div>
  );
}
