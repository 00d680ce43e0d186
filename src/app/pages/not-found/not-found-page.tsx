import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { usePageTitle } from '../../parts/page/use-page-title';

export function NotFoundPage() {
  usePageTitle(t('shell.lost.pageTitle'));
  return (
    <div className="page page--narrow">
      <div className="sheet empty">
        <h1 tabIndex={-1}>{t('shell.lost.title')}</h1>
        <p>{t('shell.lost.words')}</p>
        <Link href="/" className="button button--primary">
          {t('shell.lost.read')}
        </Link>
      </div>
    </div>
  );
}
