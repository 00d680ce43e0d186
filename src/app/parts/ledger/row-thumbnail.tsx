import { useEffect, useState } from 'react';
import { dataUrl } from '../../base/browser/data-url';
import { useHistoryRevision } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';
import styles from './row-thumbnail.module.css';

/** The small picture of a row; its place is kept free until it is there. */
export function RowThumbnail({ id, isKept }: { readonly id: string; readonly isKept: boolean }) {
  const { history } = useServices();
  const [url, setUrl] = useState<string | null>(null);
  const revision = useHistoryRevision();
  // The thumbnail arrives a moment after the picture; once it is there, nothing else changes it.
  const attempt = url ? null : revision;

  useEffect(() => {
    let current = true;
    const load = async () => {
      const result = await history.thumbnail(id);
      if (current && result.ok && result.value) {
        setUrl(dataUrl(result.value.mime, result.value.bytes));
      }
    };
    if (isKept && attempt !== null) {
      void load();
    }
    return () => {
      current = false;
    };
  }, [history, id, isKept, attempt]);

  return <span className={styles.thumbnail}>{url && <img src={url} alt="" loading="lazy" decoding="async" />}</span>;
}
