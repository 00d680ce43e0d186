import { ImagePlus, RotateCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { failureWords } from '../../contract/failure-words';
import { useIntake } from '../intake/intake';
import { ChangedNotice } from '../ledger/changed-notice';
import { Choice } from '../ledger/choice';
import { filterRows, NO_FILTER, ORDERS, type OrderId, SHOW, type ShowId, sortRows } from '../ledger/filter-rows';
import { type LedgerRow, ledgerRows } from '../ledger/ledger-rows';
import { LedgerTable } from '../ledger/ledger-table';
import { LedgerToolbar } from '../ledger/ledger-toolbar';
import { useRowActions } from '../ledger/use-row-actions';
import { useSelection } from '../ledger/use-selection';
import { useBatchUploads } from '../past/use-history';
import { FailureSheet } from '../shell/failure-sheet';
import { usePageTitle } from '../shell/use-page-title';
import { useServices } from '../state/services';
import { useStore } from '../state/store';
import { batchWords, countBatch } from './batch-counts';

/** Pictures that were handed in together: how far reading is, and what came out. */
export function BatchPage({ id }: { readonly id: string }) {
  const { queue } = useServices();
  const list = useBatchUploads(id);
  const { jobs } = useStore(queue.state);
  const [show, setShow] = useState<ShowId>('all');
  const [order, setOrder] = useState<OrderId>('added');
  const all = useMemo(
    () => ledgerRows(list.phase === 'ready' ? list.uploads : [], jobs, (job) => job.batchId === id),
    [list, jobs, id],
  );
  const rows = useMemo(() => sortRows(filterRows(all, { ...NO_FILTER, show }, Date.now()), order), [all, show, order]);
  const counts = countBatch(all);
  const selection = useSelection(useMemo(() => rows.map((row) => row.id), [rows]));
  const actions = useRowActions();
  usePageTitle(all.length > 0 ? `${counts.read} of ${all.length} pictures read` : 'Pictures');

  if (list.phase === 'failed') {
    return (
      <div className="page page--narrow">
        <h1 tabIndex={-1}>Pictures</h1>
        <FailureSheet words={failureWords(list.failure)} detail={list.failure.detail} />
      </div>
    );
  }
  if (all.length === 0) {
    return <EmptyBatch isLoading={list.phase === 'loading'} />;
  }
  return (
    <div className="page history">
      <div className="history__head">
        <h1 tabIndex={-1}>{all.length === 1 ? '1 picture' : `${all.length} pictures`}</h1>
        <p className="history__count">{batchWords(counts)}</p>
      </div>
      <search className="filter">
        <Choice label="Show" value={show} rows={SHOW} onChange={setShow} />
        <Choice label="Sort by" value={order} rows={ORDERS} onChange={setOrder} />
        <RetryButtons rows={all} onRead={actions.readAgain} />
      </search>
      <ChangedNotice rows={all} actions={actions} />
      {rows.length > 0 ? (
        <>
          <LedgerToolbar rows={rows} selection={selection} actions={actions} />
          <LedgerTable
            name="Pictures"
            groups={[{ name: null, rows }]}
            selection={selection}
            actions={actions}
            origin={{ from: 'batch', batchId: id }}
          />
        </>
      ) : (
        <div className="sheet empty" role="status">
          <h2>No picture fits</h2>
          <p>{show === 'look' ? 'Nothing here needs a look right now.' : 'No picture of this batch is like that.'}</p>
          <button type="button" className="button button--primary" onClick={() => setShow('all')}>
            Show all pictures
          </button>
        </div>
      )}
    </div>
  );
}

interface RetryButtonsProps {
  readonly rows: readonly LedgerRow[];
  readonly onRead: (rows: readonly LedgerRow[]) => void;
}

/** What failed or was stopped can be read again, all of it at once. */
function RetryButtons({ rows, onRead }: RetryButtonsProps) {
  const failed = rows.filter((row) => row.state.phase === 'failed');
  const unread = rows.filter((row) => row.state.phase === 'unread');
  return (
    <div className="actions filter__actions">
      {failed.length > 0 && (
        <button type="button" className="button" onClick={() => onRead(failed)}>
          <RotateCw size={20} aria-hidden />
          Retry {failed.length} failed
        </button>
      )}
      {unread.length > 0 && (
        <button type="button" className="button button--primary" onClick={() => onRead(unread)}>
          <RotateCw size={20} aria-hidden />
          Read {unread.length} unread
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
          Opening the pictures
        </h1>
      </div>
    );
  }
  return (
    <div className="page page--narrow">
      <div className="sheet empty">
        <h1 tabIndex={-1}>No pictures here</h1>
        <p>They were deleted, or read in another browser or on another device.</p>
        <div className="actions actions--center">
          <button type="button" className="button button--primary" onClick={openPicker}>
            <ImagePlus size={20} aria-hidden />
            Choose pictures
          </button>
          <Link href="/history" className="button">
            Open the history
          </Link>
        </div>
      </div>
    </div>
  );
}
