import { ImagePlus, RotateCw } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { mayPass } from '../../../contract/failure';
import type { Upload } from '../../../uploads/upload';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { useStore } from '../../base/store/store';
import { useIntake } from '../../parts/intake/intake';
import { ChangedNotice } from '../../parts/ledger/changed-notice';
import { Choice } from '../../parts/ledger/choice';
import filterStyles from '../../parts/ledger/filter.module.css';
import { filterRows, ORDERS, SHOW, type ShowId, sortRows } from '../../parts/ledger/filter-rows';
import { batchNameOf, type LedgerRow, ledgerRows } from '../../parts/ledger/ledger-rows';
import { LedgerTable } from '../../parts/ledger/ledger-table';
import { LedgerToolbar } from '../../parts/ledger/ledger-toolbar';
import listPageStyles from '../../parts/ledger/list-page.module.css';
import { useListPlace, useListView } from '../../parts/ledger/use-list-view';
import { useRowActions } from '../../parts/ledger/use-row-actions';
import { useSelection } from '../../parts/ledger/use-selection';
import { EditableName } from '../../parts/page/editable-name';
import { FailureSheet } from '../../parts/page/failure-sheet';
import { usePageKeys } from '../../parts/page/use-page-keys';
import { usePageTitle } from '../../parts/page/use-page-title';
import { useBatchUploads } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';
import { type BatchCounts, batchWords, countBatch } from './batch-counts';

const NO_UPLOADS: readonly Upload[] = [];

/** Pictures that were handed in together: how far reading is, and what came out. */
export function BatchPage({ id }: { readonly id: string }) {
  const { queue, history } = useServices();
  const list = useBatchUploads(id);
  const { jobs } = useStore(queue.state);
  const path = `/batch/${id}`;
  const listView = useListView(path);
  const { view, setView } = listView;
  const uploads = list.phase === 'ready' ? list.uploads : NO_UPLOADS;
  const all = useMemo(() => ledgerRows(uploads, jobs, id), [uploads, jobs, id]);
  const rows = useMemo(() => sortRows(filterRows(all, view.filter, Date.now()), view.order), [all, view]);
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  useListPlace(path, ids, listView);
  const counts = countBatch(all);
  const countWords = t('history.count', { count: all.length });
  const [renamed, setRenamed] = useState<string | null>(null);
  // The list comes a moment later.
  const batchName = renamed ?? batchNameOf(all);
  const rename = (name: string) => {
    setRenamed(name);
    return history.describe(
      uploads.map((upload) => upload.id),
      { batchName: name },
    );
  };
  const setShow = (show: ShowId) => setView({ ...view, filter: { ...view.filter, show } });
  const selection = useSelection(ids);
  const actions = useRowActions();
  const origin = { from: 'batch', batchId: id } as const;
  useEndAnnouncement(counts);
  usePageKeys({ enter: () => focusNextStep()?.click() });
  usePageTitle(all.length > 0 ? t('batch.pageTitle', { read: counts.read, total: all.length }) : t('list.name'));

  if (list.phase === 'failed') {
    return (
      <div className="page page--narrow">
        <h1 tabIndex={-1}>{t('list.name')}</h1>
        <FailureSheet words={localFailureWords(list.failure)} detail={list.failure.detail} />
      </div>
    );
  }
  if (all.length === 0) {
    return <EmptyBatch isLoading={list.phase === 'loading'} />;
  }
  return (
    <div className={`page ${listPageStyles.page}`}>
      <div className={listPageStyles.head}>
        <EditableName
          name={batchName || countWords}
          typed={batchName}
          label={t('name.batch')}
          onRename={uploads.length > 0 ? (next) => void rename(next) : null}
        />
        <p className={listPageStyles.count}>
          {batchName ? `${countWords} · ${batchWords(counts)}` : batchWords(counts)}
        </p>
      </div>
      <search className={filterStyles.filter}>
        <Choice label={t('list.show')} value={view.filter.show} rows={SHOW} onChange={setShow} />
        <Choice
          label={t('list.sort')}
          value={view.order}
          rows={ORDERS}
          onChange={(order) => setView({ ...view, order })}
        />
        <RetryButtons rows={all} onRead={actions.readAgain} />
      </search>
      <ChangedNotice rows={all} actions={actions} />
      {rows.length > 0 ? (
        <>
          <LedgerToolbar {...{ rows, selection, actions, origin }} doubtsPath={`${path}/doubts`} />
          <LedgerTable
            name={t('list.name')}
            groups={[{ name: null, rows }]}
            selection={selection}
            actions={actions}
            origin={origin}
          />
        </>
      ) : (
        <div className="sheet empty">
          <h2>{t('list.noFit')}</h2>
          <p role="status">{t(view.filter.show === 'look' ? 'batch.noLook' : 'batch.noFit')}</p>
          <button type="button" className="button button--primary" onClick={() => setShow('all')}>
            {t('list.showAll')}
          </button>
        </div>
      )}
    </div>
  );
}

/** The next thing that most people do: check what is doubtful, or take the numbers out. */
function focusNextStep(): HTMLElement | null {
  const next = document.querySelector<HTMLElement>('main [data-check]') ?? document.querySelector('main summary');
  next?.focus();
  return next;
}

/** Says what came out when the last picture has been read. */
function useEndAnnouncement(counts: BatchCounts): void {
  const { announcement } = useServices();
  const isBusy = counts.waiting > 0;
  const wasBusy = useRef(isBusy);
  const words = batchWords(counts);
  useEffect(() => {
    if (wasBusy.current && !isBusy) {
      announcement.set(words);
      if (document.activeElement?.matches('body, main, h1')) focusNextStep();
    }
    wasBusy.current = isBusy;
  }, [announcement, isBusy, words]);
}

interface RetryButtonsProps {
  readonly rows: readonly LedgerRow[];
  readonly onRead: (rows: readonly LedgerRow[]) => void;
}

/** What was stopped, and what failed and may pass the next time, can be read again, all of it at once. */
function RetryButtons({ rows, onRead }: RetryButtonsProps) {
  const failed = rows.filter(({ state }) => state.phase === 'failed' && mayPass(state.failure));
  const unread = rows.filter((row) => row.state.phase === 'unread');
  return (
    <div className={`actions ${filterStyles.actions}`}>
      {failed.length > 0 && (
        <button type="button" className="button" onClick={() => onRead(failed)}>
          <RotateCw size={20} aria-hidden />
          {t('batch.retry', { count: failed.length })}
        </button>
      )}
      {unread.length > 0 && (
        <button type="button" className="button button--primary" onClick={() => onRead(unread)}>
          <RotateCw size={20} aria-hidden />
          {t('batch.readUnread', { count: unread.length })}
        </button>
      )}
    </div>
  );
}

function EmptyBatch({ isLoading }: { readonly isLoading: boolean }) {
  const { openPicker } = useIntake();
  if (isLoading) {
    return (
      <div className="page" aria-busy="true">
        <h1 className="visually-hidden" tabIndex={-1}>
          {t('batch.opening')}
        </h1>
      </div>
    );
  }
  return (
    <div className="page page--narrow">
      <div className="sheet empty">
        <h1 tabIndex={-1}>{t('batch.empty.title')}</h1>
        <p>{t('batch.empty.words')}</p>
        <div className="actions actions--center">
          <button type="button" className="button button--primary" onClick={openPicker}>
            <ImagePlus size={20} aria-hidden />
            {t('shell.choose')}
          </button>
          <Link href="/history" className="button">
            {t('batch.empty.history')}
          </Link>
        </div>
      </div>
    </div>
  );
}
