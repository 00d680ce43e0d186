import { useEffect } from 'react';

const APP_NAME = 'Digit Reader';

/** Names the browser tab after the page; without a name, after the app alone. */
export function usePageTitle(name?: string): void {
  useEffect(() => {
    document.title = name ? `${name} · ${APP_NAME}` : `${APP_NAME}: read handwritten numbers`;
  }, [name]);
}
