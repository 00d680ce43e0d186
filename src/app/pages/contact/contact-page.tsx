import { ArrowLeft, Keyboard, Redo2, Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { localFailureMessage, localFailureWords } from '../../base/i18n/local-failure';
import { type LedgerRow, ledgerRows } from '../../parts/ledger/ledger-rows';
import { useListViews } from '../../parts/ledger/list-views';
import { ReviewEnd } from '../../parts/ledger/review-end';
import { FailureSheet } from '../../parts/page/failure-sheet';
import { KeysDialog } from '../../parts/page/keys-dialog';
import { usePageKeys } from '../../parts/page/use-page-keys';
import { usePageTitle } from '../../parts/page/use-page-title';
import { useServices } from '../../work/session/services';
import { CONTACT_KEYS } from './contact-keys';
import styles from './contact-page.module.css';
import { TileGroup } from './tile-group';
import { TilePreview } from './tile-preview';
import { useContactSheet } from './use-contact-sheet';
import { useTiles } from './use-tiles';

/** All doubtful digits of a batch side by side, grouped by what they were read as. */
export function ContactPage({ id }: { readonly id: string }) {
  usePageTitle(t('contact.title'));
  const sheet = useContactSheet(id);
  const tiles = useTiles(sheet);
  const views = useListViews();
  const [areKeysShown, setKeysShown] = useState(false);
  usePageKeys({ '?': () => setKeysShown(true) });
  useEffect(() => {
    // Back in the list, it is as it was left.
    views.openedId = '';
  }, [views]);
  const { active, isDone } = tiles;
  const picture = active ? sheet.pictures.get(active.pictureId) : null;

  return (
    <div className={`page ${styles.page}`}>
      <div className={styles.head}>
        <Link href={`/batch/${id}`} className="button button--quiet">
          <ArrowLeft size={20} aria-hidden />
          {t('contact.back')}
        </Link>
        <h1 tabIndex={-1}>{t('contact.title')}</h1>
        <div className="actions">
          <Tool name={t('contact.undo')} onUse={tiles.undo}>
            <Undo2 size={20} aria-hidden />
          </Tool>
          <Tool name={t('contact.redo')} onUse={tiles.redo}>
            <Redo2 size={20} aria-hidden />
          </Tool>
          <Tool name={t('contact.keys')} className="for-mouse" onUse={() => setKeysShown(true)}>
            <Keyboard size={20} aria-hidden />
          </Tool>
        </div>
      </div>
      {sheet.phase === 'failed' && sheet.failure && (
        <FailureSheet words={localFailureWords(sheet.failure)} detail={sheet.failure.detail} />
      )}
      {sheet.phase === 'ready' && sheet.failure && <p role="alert">{localFailureMessage(sheet.failure)}</p>}
      {sheet.phase === 'ready' && !isDone && <p className={styles.words}>{t('contact.words')}</p>}
      {sheet.phase === 'ready' && isDone && <End batchId={id} />}
      {areKeysShown && <KeysDialog keys={CONTACT_KEYS} onClose={() => setKeysShown(false)} />}
      <div className={styles.columns} aria-busy={sheet.phase === 'loading'}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the tiles inside */}
        <div className={styles.groups} ref={tiles.list} onKeyDown={tiles.onKeyDown}>
          {tiles.groups.map((group) => (
            <TileGroup
              key={group.key}
              group={group}
              openKeys={tiles.openKeys}
              picked={tiles.picked}
              activeKey={active?.key ?? null}
              nameOf={(pictureId) => sheet.pictures.get(pictureId)?.name ?? ''}
              textOf={tiles.textOf}
              onPick={tiles.pick}
              onFocus={tiles.activate}
              onAccept={() => tiles.acceptGroup(group)}
            />
          ))}
        </div>
        {active && picture && !isDone && (
          <TilePreview
            tile={active}
            picture={picture}
            origin={{ from: 'batch', batchId: id }}
            text={tiles.textOf(active)}
            typed={tiles.typed}
            onType={(code) => tiles.correct(active, code)}
            onRewrite={(text) => tiles.rewrite(active, text)}
            onLeave={() => tiles.leave(active)}
            onRemove={() => tiles.remove(active)}
          />
        )}
      </div>
    </div>
  );
}

interface ToolProps {
  readonly name: string;
  readonly className?: string;
  /** null when there is nothing to do; the button keeps the focus all the same. */
  readonly onUse: (() => void) | null;
  readonly children: ReactNode;
}

function Tool({ name, className = '', onUse, children }: ToolProps) {
  return (
    <button
      type="button"
      className={`button button--compact ${className}`}
      aria-disabled={onUse === null || undefined}
      onClick={() => onUse?.()}
    >
      {children}
      <span>{name}</span>
    </button>
  );
}

/** The numbers of the whole batch can go out. */
function End({ batchId }: { readonly batchId: string }) {
  const { history, queue } = useServices();
  const [rows, setRows] = useState<readonly LedgerRow[]>([]);
  useEffect(() => {
    void history.listBatch(batchId).then((list) => {
      if (list.ok) setRows(ledgerRows(list.value, queue.state.get().jobs, batchId));
    });
  }, [history, queue, batchId]);
  const waiting = rows.filter(({ state }) => state.phase === 'waiting' || state.phase === 'reading').length;
  return rows.length > 0 && <ReviewEnd rows={rows} waiting={waiting} calls={1} />;
}
