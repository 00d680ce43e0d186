import { ImagePlus, Search } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { useStore } from '../../base/store/store';
import { useIntake } from '../../parts/intake/intake';
import { ChangedNotice } from '../../parts/ledger/changed-notice';
import { Choice } from '../../parts/ledger/choice';
import filterStyles from '../../parts/ledger/filter.module.css';
import { type Filter, filterRows, NO_FILTER, PERIODS, SHOW } from '../../parts/ledger/filter-rows';
import { groupByDay, ledgerRows } from '../../parts/ledger/ledger-rows';
import { LedgerTable } from '../../parts/ledger/ledger-table';
import { LedgerToolbar } from '../../parts/ledger/ledger-toolbar';
import listPageStyles from '../../parts/ledger/list-page.module.css';
import { useListPlace, useListView } from '../../parts/ledger/use-list-view';
import { useRowActions } from '../../parts/ledger/use-row-actions';
import { useSelection } from '../../parts/ledger/use-selection';
import type { ResultOrigin } from '../../parts/page/back-link';
import { FailureSheet } from '../../parts/page/failure-sheet';
import { usePageTitle } from '../../parts/page/use-page-title';
import { useHistoryPlace, useUploads } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';

const ORIGIN: ResultOrigin = { from: 'history' };

/** Every picture handed in, newest first. */
export function HistoryPage() {
  usePageTitle(t('history.title'));
  const { queue } = useServices();
  const list = useUploads();
  const { jobs } = useStore(queue.state);
  const listView = useListView('/history');
  const { filter } = listView.view;
  const setFilter = (next: Filter) => listView.setView({ ...listView.view, filter: next });
  const asked = useDeferredValue(filter);
  const all = useMemo(() => ledgerRows(list.phase === 'ready' ? list.uploads : [], jobs), [list, jobs]);
  const rows = useMemo(() => filterRows(all, asked, Date.now()), [all, asked]);
  const days = useMemo(() => groupByDay(rows, Date.now()), [rows]);
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  useListPlace('/history', ids, listView);
  const selection = useSelection(ids);
  const actions = useRowActions();

  return (
    <div className={`page ${listPageStyles.page}`}>
      <div className={listPageStyles.head}>
        <h1 tabIndex={-1}>{t('history.title')}</h1>
        {all.length > 0 && (
          <p className={listPageStyles.count}>
            {t(rows.length < all.length ? 'history.countShown' : 'history.count', {
              count: all.length,
              shown: rows.length,
            })}
          </p>
        )}
      </div>
      {list.phase === 'failed' && <FailureSheet words={localFailureWords(list.failure)} detail={list.failure.detail} />}
      {list.phase === 'ready' && all.length === 0 && <EmptyHistory />}
      {all.length > 0 && (
        <>
          <HistoryFilter filter={filter} onChange={setFilter} />
          <ChangedNotice rows={rows} actions={actions} />
          {rows.length > 0 ? (
            <>
              <LedgerToolbar rows={rows} selection={selection} actions={actions} origin={ORIGIN} />
              <LedgerTable
                name={t('list.name')}
                groups={days}
                selection={selection}
                actions={actions}
                origin={ORIGIN}
              />
            </>
          ) : (
            <NothingFits onReset={() => setFilter(NO_FILTER)} />
          )}
          <WhereItIsKept />
        </>
      )}
    </div>
  );
}

interface HistoryFilterProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

function HistoryFilter({ filter, onChange }: HistoryFilterProps) {
  return (
    <search className={filterStyles.filter}>
      <label className={filterStyles.search}>
        <span className={filterStyles.label}>{t('history.search')}</span>
        <span className={filterStyles.field}>
          <Search size={20} aria-hidden />
          <input
            className="control"
            type="search"
            value={filter.query}
            autoComplete="off"
            onChange={(event) => onChange({ ...filter, query: event.target.value })}
          />
        </span>
      </label>
      <Choice
        label={t('list.show')}
        value={filter.show}
        rows={SHOW}
        onChange={(show) => onChange({ ...filter, show })}
      />
      <Choice
        label={t('history.added')}
        value={filter.period}
        rows={PERIODS}
        onChange={(period) => onChange({ ...filter, period })}
      />
    </search>
  );
}

function NothingFits({ onReset }: { readonly onReset: () => void }) {
  return (
    <div className="sheet empty">
      <div role="status">
        <h2>{t('list.noFit')}</h2>
        <p>{t('history.noFit')}</p>
      </div>
      <button type="button" className="button button--primary" onClick={onReset}>
        {t('list.showAll')}
      </button>
    </div>
  );
}

function EmptyHistory() {
  const { openPicker } = useIntake();
  return (
    <div className="sheet empty">
      <h2>{t('history.nothing.title')}</h2>
      <p>{t('history.nothing.words')}</p>
      <button type="button" className="button button--primary" onClick={openPicker}>
        <ImagePlus size={20} aria-hidden />
        {t('shell.choose')}
      </button>
    </div>
  );
}

function WhereItIsKept() {
  const place = useHistoryPlace();
  const words = place === 'device' ? t('history.place') : place === 'page' ? t('history.place.page') : null;
  return (
    words && (
      <p className={listPageStyles.place}>
        {words} <Link href="/settings">{t('history.backup')}</Link>
      </p>
    )
  );
}
