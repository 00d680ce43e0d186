import { ImageDown } from 'lucide-react';
import { t } from '../../base/i18n/i18n';

/** Covers the page while files are dragged over it. */
export function DropSheet({ count }: { readonly count: number | null }) {
  return (
    <div className="drop-sheet" aria-hidden>
      <div className="drop-sheet__paper">
        <ImageDown size={48} strokeWidth={1.5} aria-hidden />
        <p className="drop-sheet__title">{count === null ? t('shell.drop.some') : t('shell.drop.count', { count })}</p>
        <p>{t('shell.drop.promise')}</p>
      </div>
    </div>
  );
}
