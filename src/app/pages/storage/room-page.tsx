import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Upload } from '../../../uploads/upload';
import type { UploadHistory } from '../../../uploads/upload-history';
import { formatBytes } from '../../base/i18n/format-bytes';
import { formatDay } from '../../base/i18n/format-date';
import { t } from '../../base/i18n/i18n';
import { RowThumbnail } from '../../parts/ledger/row-thumbnail';
import sectionStyles from '../../parts/page/section.module.css';
import { usePageTitle } from '../../parts/page/use-page-title';
import { useUploads } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';
import styles from './room-page.module.css';

/** Rows that are shown at first, and with every press for more. */
const PART = 50;

function sizeOf(uploads: readonly Upload[]): string {
  return formatBytes(uploads.reduce((sum, upload) => sum + upload.size, 0));
}

/** Browsers count what was deleted as used for some seconds; Chromium cleans up after two to thirty. */
const RETRY_AFTER_MS = [0, 2_000, 4_000, 8_000, 16_000];

/** @returns how many uploads still find no room */
async function saveWithPatience(history: UploadHistory): Promise<number> {
  for (const ms of RETRY_AFTER_MS) {
    if (history.held.unsaved.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      await history.saveHeld();
    }
  }
  return history.held.unsaved.size;
}

/** What can be deleted to make room, by size; what could not be saved is saved as soon as there is some. */
export function RoomPage() {
  usePageTitle(t('room.title'));
  const { history, queue } = useServices();
  const list = useUploads();
  const [shown, setShown] = useState(PART);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState('');
  const all = useMemo(() => (list.phase === 'ready' ? [...list.uploads] : []).sort((a, b) => b.size - a.size), [list]);
  const unsaved = all.filter((upload) => history.held.unsaved.has(upload.id));
  const saved = all.filter((upload) => !history.held.holds(upload.id));
  const leaving = saved.filter((upload) => chosen.has(upload.id));

  const save = async (deleted: number) => {
    const hadUnsaved = history.held.unsaved.size > 0;
    const said = deleted > 0 ? [t('room.deleted', { count: deleted })] : [];
    setOutcome([...said, ...(hadUnsaved ? [t('room.saving')] : [])].join(' '));
    const count = await saveWithPatience(history);
    const saving = hadUnsaved ? [count > 0 ? t('room.still', { count }) : t('room.saved')] : [];
    setOutcome([...said, ...saving].join(' '));
  };
  const remove = async () => {
    const ids = leaving.map((upload) => upload.id);
    setAsking(false);
    setChosen(new Set());
    queue.cancelOnly(ids);
    await queue.settled(ids);
    const removed = await history.remove(ids);
    queue.forget(...ids);
    await save(removed.ok ? ids.length : 0);
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) {
      next.add(id);
    }
    setAsking(false);
    setChosen(next);
  };

  return (
    <div className={`page page--narrow ${sectionStyles.page}`}>
      <h1 tabIndex={-1}>{t('room.title')}</h1>
      {unsaved.length > 0 && (
        <div className={`sheet ${sectionStyles.section}`}>
          <p>{t('room.unsaved', { count: unsaved.length, size: sizeOf(unsaved) })}</p>
          <button type="button" className="button" onClick={() => void save(0)}>
            {t('room.retry')}
          </button>
        </div>
      )}
      <section className={`sheet ${sectionStyles.section}`}>
        <p>
          {saved.length > 0 ? t('room.words') : t('room.empty')} <Link href="/settings">{t('room.backup')}</Link>
        </p>
        <ul className={styles.room}>
          {saved.slice(0, shown).map((upload) => (
            <li key={upload.id}>
              <label className={styles.row}>
                <input
                  type="checkbox"
                  checked={chosen.has(upload.id)}
                  aria-label={t('room.select', { name: upload.name })}
                  onChange={() => toggle(upload.id)}
                />
                <RowThumbnail id={upload.id} isKept />
                <span className={styles.name}>
                  <span className={styles.file} title={upload.name}>
                    {upload.name}
                  </span>
                  <small>{formatDay(upload.createdAt, Date.now())}</small>
                </span>
                <span className={styles.size}>{formatBytes(upload.size)}</span>
              </label>
            </li>
          ))}
        </ul>
        {saved.length > shown && (
          <button type="button" className="button" onClick={() => setShown(shown + PART)}>
            {t('room.more')}
          </button>
        )}
        <p role="status">
          {leaving.length > 0 ? t('room.chosen', { count: leaving.length, size: sizeOf(leaving) }) : outcome}
        </p>
        {isAsking && leaving.length > 0 ? (
          <div className={sectionStyles.confirm}>
            <p>{t('room.sure', { count: leaving.length })}</p>
            <div className="actions">
              <button type="button" className="button button--primary" onClick={() => void remove()}>
                {t('room.yes', { count: leaving.length })}
              </button>
              <button type="button" className="button" onClick={() => setAsking(false)}>
                {t('room.no')}
              </button>
            </div>
          </div>
        ) : (
          saved.length > 0 && (
            <button type="button" className="button" disabled={leaving.length === 0} onClick={() => setAsking(true)}>
              {t('room.delete')}
            </button>
          )
        )}
      </section>
    </div>
  );
}
