import { TriangleAlert } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { useHistoryRevision } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';
import noticeStyles from '../page/notice.module.css';

/** Says on every page that pictures are not saved for want of room, as long as they are not. */
export function UnsavedPictures() {
  const { history } = useServices();
  useHistoryRevision();
  const [location] = useLocation();
  const count = history.held.unsaved.size;
  if (count === 0 || location === '/room' || location.startsWith('/result/')) {
    return null;
  }
  return (
    <div className={noticeStyles.notice}>
      <TriangleAlert size={20} aria-hidden />
      <p role="status">{t('shell.storage.unsaved', { count })}</p>
      <Link href="/room" className="button">
        {t('shell.storage.makeRoom')}
      </Link>
    </div>
  );
}
