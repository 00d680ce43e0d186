import { ChartNoAxesColumn, History, ScanLine, Settings } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { useServices } from '../state/services';
import { useStore } from '../state/store';
import { BACKEND_WORDS } from '../words/backend-words';
import { formatBytes } from '../words/format-bytes';
import { BrandMark } from './brand-mark';

const PAGES = [
  { path: '/', name: 'Read', Icon: ScanLine },
  { path: '/history', name: 'History', Icon: History },
  { path: '/model', name: 'Model', Icon: ChartNoAxesColumn },
  { path: '/settings', name: 'Settings', Icon: Settings },
] as const;

/** Name, pages, quiet status; on narrow screens the pages stand at the bottom edge, near the thumb. */
export function TopBar() {
  const [location] = useLocation();
  return (
    <header className="top-bar">
      <Link href="/" className="brand">
        <BrandMark />
        <span>Digit Reader</span>
      </Link>
      <nav className="pages" aria-label="Pages">
        {PAGES.map(({ path, name, Icon }) => (
          <Link key={path} href={path} className="pages__link" aria-current={location === path ? 'page' : undefined}>
            <Icon size={20} aria-hidden />
            {name}
          </Link>
        ))}
      </nav>
      <ReaderStatus />
    </header>
  );
}

function ReaderStatus() {
  const { preparation } = useServices();
  const state = useStore(preparation.state);
  switch (state.phase) {
    case 'idle':
      return <p className="status" />;
    case 'loading':
      return (
        <p className="status">
          Loading reader
          {state.totalBytes > 0 && (
            <span className="status__more">
              {` ${formatBytes(state.loadedBytes)} of ${formatBytes(state.totalBytes)}`}
            </span>
          )}
        </p>
      );
    case 'ready':
      return (
        <p className="status" title={state.backend.reason}>
          <span className="status__dot" aria-hidden />
          Ready<span className="status__more"> · {BACKEND_WORDS[state.backend.name]}</span>
        </p>
      );
    case 'failed':
      return <p className="status">Reader not loaded</p>;
  }
}
