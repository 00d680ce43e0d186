import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import noticeStyles from '../../parts/page/notice.module.css';
import { usePageTitle } from '../../parts/page/use-page-title';

/** Follows on signing up, and offers the backup that nobody thinks of later. */
export function ProfileReadyPage() {
  usePageTitle(t('profile.ready'));
  return (
    <div className="page page--narrow">
      <h1 tabIndex={-1}>{t('profile.ready')}</h1>
      <p>{t('profile.ready.words')}</p>
      <p className={`${noticeStyles.notice} ${noticeStyles.inline}`}>{t('signup.forever')}</p>
      <div className="actions">
        <Link href="/settings" className="button button--primary">
          {t('profile.ready.backup')}
        </Link>
        <Link href="/" className="button">
          {t('profile.ready.read')}
        </Link>
      </div>
    </div>
  );
}
