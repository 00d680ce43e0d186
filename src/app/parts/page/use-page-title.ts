import { useEffect } from 'react';
import { t } from '../../base/i18n/i18n';
import { useServices } from '../../work/session/services';

/** Names the browser tab after the page; without a name, after the app alone. */
export function usePageTitle(name?: string): void {
  const app = t('shell.name');
  const title = name ? t('shell.pageTitle', { page: name, name: app }) : t('shell.title', { name: app });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/**
 * Names the browser tab after a picture, but only in the open history: browsers write titles into their own list of
 * visited pages, which no profile locks.
 *
 * @param publicName stands there while a profile is open
 */
export function usePictureTitle(name: string, publicName: string): void {
  const { session } = useServices();
  usePageTitle(session.profile ? publicName : name);
}
