import { Link } from 'wouter';
import { usePageTitle } from './use-page-title';

export function NotFoundPage() {
  usePageTitle('Page not found');
  return (
    <div className="page page--narrow">
      <div className="sheet empty">
        <h1 tabIndex={-1}>There is no such page</h1>
        <p>The address may be mistyped or from another version of this app.</p>
        <Link href="/" className="button button--primary">
          Read a picture
        </Link>
      </div>
    </div>
  );
}
