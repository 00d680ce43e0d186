import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import { useServices } from '../../work/session/services';
import { useIntake } from '../intake/intake';
import { useFileDrop } from '../intake/use-file-drop';
import { usePaste } from '../intake/use-paste';
import styles from './shell.module.css';
import { StorageNotice } from './storage-notice';
import { TopBar } from './top-bar';
import { UnsavedPictures } from './unsaved-pictures';

/** What surrounds every page: bar, notices, drop target, undo, live region. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { announcement } = useServices();
  const intake = useIntake();
  const drag = useFileDrop(intake.takeDropped, intake.takeText, intake.expect);
  usePaste(intake.take, intake.takeText);
  const main = useHeadingFocus();

  return (
    <>
      <button type="button" className={styles.skipLink} onClick={() => main.current?.focus()}>
        {t('shell.skip')}
      </button>
      <TopBar />
      <ProgressOfRuns />
      <StorageNotice />
      <UnsavedPictures />
      <main id="main" className={styles.main} ref={main} tabIndex={-1}>
        {children}
      </main>
      <UndoOfDeletions />
      <OfferOfUpdate />
      {drag && (
        <Suspense fallback={null}>
          <DropSheet count={drag.count} />
        </Suspense>
      )}
      <p className="visually-hidden" role="status" aria-live="polite">
        {useStore(announcement)}
      </p>
    </>
  );
}

/** Loaded when something is first held over the page. */
const DropSheet = lazy(async () => ({ default: (await import('../intake/drop-sheet')).DropSheet }));

/** Loaded with the first run. */
const RunProgress = lazy(async () => ({ default: (await import('./run-progress')).RunProgress }));

function ProgressOfRuns() {
  const { queue } = useServices();
  const isRunning = useStore(queue.state).run !== null;
  const [hasRun, setHasRun] = useState(isRunning);
  if (isRunning && !hasRun) setHasRun(true);
  return (
    hasRun && (
      <Suspense fallback={null}>
        <RunProgress />
      </Suspense>
    )
  );
}

/** Loaded with the first deletion. */
const UndoBar = lazy(async () => ({ default: (await import('./undo-bar')).UndoBar }));

function UndoOfDeletions() {
  const { trash } = useServices();
  const isEmpty = useStore(trash.state).phase === 'empty';
  const [hasDeleted, setHasDeleted] = useState(!isEmpty);
  if (!isEmpty && !hasDeleted) setHasDeleted(true);
  return (
    hasDeleted && (
      <Suspense fallback={null}>
        <UndoBar />
      </Suspense>
    )
  );
}

/** Loaded with the first newer version. */
const UpdateBar = lazy(async () => ({ default: (await import('./update-bar')).UpdateBar }));

function OfferOfUpdate() {
  const { offline } = useServices();
  const { version } = useStore(offline);
  return (
    version !== 'current' && (
      <Suspense fallback={null}>
        <UpdateBar />
      </Suspense>
    )
  );
}

/** After a change of page, the new page's heading has the focus and is in view, as after loading a document. */
function useHeadingFocus() {
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(location);

  useEffect(() => {
    if (shown.current !== location) {
      shown.current = location;
      window.scrollTo(0, 0);
      return focusHeading(main.current);
    }
    return undefined;
  }, [location]);

  return main;
}

/** @returns a function that stops waiting for the heading of a page that is still being loaded */
function focusHeading(page: HTMLElement | null): (() => void) | undefined {
  const focus = () => {
    // The page may have put the focus where its work begins.
    if (page?.contains(document.activeElement) && !document.activeElement?.matches('main, h1')) return true;
    const heading = page?.querySelector('h1');
    heading?.focus({ preventScroll: true });
    return heading != null;
  };
  if (focus() || !page) {
    return undefined;
  }
  const observer = new MutationObserver(() => focus() && observer.disconnect());
  observer.observe(page, { childList: true, subtree: true });
  return () => observer.disconnect();
}
