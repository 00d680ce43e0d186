import { ChartNoAxesColumn, History, ScanLine, Settings } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { backendReasonWords, backendWords } from '../../base/i18n/backend-words';
import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import { useServices } from '../../work/session/services';
import { BrandMark } from '../page/brand-mark';
import brandMarkStyles from '../page/brand-mark.module.css';
import { LockButton } from './lock-button';
import styles from './top-bar.module.css';

const PAGES = [
  { path: '/', words: 'shell.page.read', Icon: ScanLine },
  { path: '/history', words: 'shell.page.history', Icon: History },
  { path: '/model', words: 'shell.page.model', Icon: ChartNoAxesColumn },
  { path: '/settings', words: 'shell.page.settings', Icon: Settings },
] as const;

/** Name, pages, quiet status; on narrow screens the pages stand at the bottom edge, near the thumb. */
export function TopBar() {
  const [location] = useLocation();
  return (
    <header className={styles.bar}>
      <Link href="/" className={brandMarkStyles.brand}>
        <BrandMark />
        <span>{t('shell.name')}</span>
      </Link>
      <nav className={styles.pages} aria-label={t('shell.pages')}>
        {PAGES.map(({ path, words, Icon }) => (
          <Link key={path} href={path} className={styles.link} aria-current={location === path ? 'page' : undefined}>
            <Icon size={20} aria-hidden />
            {t(words)}
          </Link>
        ))}
      </nav>
      <ReaderStatus />
      <LockButton />
    </header>
  );
}

function ReaderStatus() {
  const { preparation } = useServices();
  const state = useStore(preparation.state);
  switch (state.phase) {
    case 'idle':
      return <p className={styles.status} />;
    case 'loading':
      return (
        <p className={styles.status}>
          {t('shell.reader.loading')}
          {state.totalBytes > 0 && (
            <span className={styles.more}>
              {' '}
              {t('shell.reader.bytes', {
                loaded: formatBytes(state.loadedBytes),
                total: formatBytes(state.totalBytes),
              })}
            </span>
          )}
        </p>
      );
    case 'ready':
      return (
        <p className={styles.status} title={backendReasonWords(state.backend.reason)}>
          <span className={styles.dot} aria-hidden />
          {t('shell.reader.ready')}
          <span className={styles.more}> · {backendWords(state.backend.name)}</span>
        </p>
      );
    case 'failed':
      return <p className={styles.status}>{t('shell.reader.failed')}</p>;
  }
}
