import { useEffect } from 'react';
import { t } from '../words/i18n';

/** Names the browser tab after the page; without a name, after the app alone. */
export function usePageTitle(name?: string): void {
  const app = t('shell.name');
  const title = name ? t('shell.pageTitle', { page: name, name: app }) : t('shell.title', { name: app });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
