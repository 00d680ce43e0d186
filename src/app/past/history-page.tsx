import { ImagePlus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { failureWords } from '../../contract/failure-words';
import { useIntake } from '../intake/intake';
import { FailureSheet } from '../shell/failure-sheet';
import { usePageTitle } from '../shell/use-page-title';
import { useServices } from '../state/services';
import { useStore } from '../state/store';
import { HistoryRowItem } from './history-row-item';
import { groupByDay, type HistoryRow, historyRows } from './history-rows';
import { useHistoryPlace, useUploads } from './use-history';

const count = new Intl.NumberFormat('en');

/** Every picture handed in, newest first. */
export function HistoryPage() {
  usePageTitle('History');
  const { queue, trash } = useServices();
  const list = useUploads();
  const { jobs } = useStore(queue.state);
  const rows = useMemo(() => historyRows(list.phase === 'ready' ? list.uploads : [], jobs), [list, jobs]);
  const days = useMemo(() => groupByDay(rows, Date.now()), [rows]);

  const remove = async (removed: readonly HistoryRow[]) => {
    queue.cancelOnly(removed.map((row) => row.id));
    const kept = removed.filter((row) => row.keeping !== 'never');
    await queue.settled(kept.map((row) => row.id));
    if (kept.length > 0) {
      await trash.delete(kept);
    }
    for (const row of removed) {
      queue.forget(row.id);
    }
  };

  return (
    <div className="page history">
      <div className="history__head">
        <h1 tabIndex={-1}>History</h1>
        {rows.length > 0 && (
          <>
            <p className="history__count">
              {rows.length === 1 ? '1 picture' : `${count.format(rows.length)} pictures`}
            </p>
            <button type="button" className="button" onClick={() => void remove(rows)}>
              <Trash2 size={20} aria-hidden />
              Delete all
            </button>
          </>
        )}
      </div>
      {list.phase === 'failed' && <FailureSheet words={failureWords(list.failure)} detail={list.failure.detail} />}
      {list.phase === 'ready' && rows.length === 0 && <EmptyHistory />}
      {days.map((day) => (
        <section key={day.name} className="day" aria-label={day.name}>
          <h2 className="day__name">{day.name}</h2>
          <ul className="ledger">
            {day.rows.map((row) => (
              <HistoryRowItem key={row.id} row={row} onDelete={remove} />
            ))}
          </ul>
        </section>
      ))}
      {rows.length > 0 && <WhereItIsKept />}
    </div>
  );
}

function EmptyHistory() {
  const { openPicker } = useIntake();
  return (
    <div className="sheet empty">
      <h2>Nothing read yet</h2>
      <p>Every picture you read is kept here with its number, on this device only.</p>
      <button type="button" className="button button--primary" onClick={openPicker}>
        <ImagePlus size={20} aria-hidden />
        Choose pictures
      </button>
    </div>
  );
}

function WhereItIsKept() {
  const place = useHistoryPlace();
  return place === 'device' ? (
    <p className="history__place">Saved only in this browser on this device; clearing site data deletes it.</p>
  ) : null;
}
