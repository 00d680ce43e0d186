import { Crop, LayoutTemplate, Printer, Trash2 } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { ExportMenu } from '../../parts/export/export-menu';
import { ExportNotice } from '../../parts/export/export-notice';
import { useExport } from '../../parts/export/use-export';
import { BackLink } from '../../parts/page/back-link';
import { EditableName } from '../../parts/page/editable-name';
import { useServices } from '../../work/session/services';
import { type Copyable, CopyButtons } from './copy-buttons';
import { Pager } from './pager';
import styles from './result-head.module.css';
import type { Neighbors } from './use-review';

interface ResultHeadProps {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** null as long as the picture is not in the history. */
  readonly onRename: ((name: string) => void) | null;
  /** What can be copied, the usual one first; empty as long as there is nothing. */
  readonly whole: readonly Copyable[];
  readonly neighbors: Neighbors | null;
  /** Whether the file can be shown, so that a part of it can be cut out. */
  readonly canCrop: boolean;
}

/** The way back and to the neighbors, the file's name, and what can be done with the result. */
export function ResultHead({ id, name, createdAt, onRename, whole, neighbors, canCrop }: ResultHeadProps) {
  const { queue, trash } = useServices();
  const [, navigate] = useLocation();
  const exporting = useExport();
  const [first, ...others] = whole;
  const remove = async () => {
    queue.cancelOnly([id]);
    await queue.settled([id]);
    await trash.delete([{ id, name }]);
    navigate('/history');
    queue.forget(id);
  };
  return (
    <div className={styles.head}>
      <BackLink />
      <div className={styles.name}>
        <EditableName name={name} typed={name} label={t('name.picture')} onRename={onRename} />
        {canCrop && (
          <Link
            href={`/crop/${id}`}
            state={window.history.state}
            className="button button--quiet button--icon"
            aria-label={t('result.crop')}
            title={t('result.crop')}
          >
            <Crop size={20} aria-hidden />
          </Link>
        )}
        {canCrop && (
          <Link
            href={`/form/${id}`}
            state={window.history.state}
            className="button button--quiet button--icon"
            aria-label={t('result.form')}
            title={t('result.form')}
          >
            <LayoutTemplate size={20} aria-hidden />
          </Link>
        )}
      </div>
      {neighbors && <Pager neighbors={neighbors} />}
      <div className="actions">
        {first && <CopyButtons items={[first]} isPrimary />}
        <CopyButtons items={others} />
        {first && onRename && (
          <ExportMenu count={1} onChoose={(format) => void exporting.save([{ id, name, createdAt }], format)} />
        )}
        {first && (
          <button type="button" className="button button--compact" onClick={() => window.print()}>
            <Printer size={20} aria-hidden />
            <span>{t('result.print')}</span>
          </button>
        )}
        <button type="button" className="button button--compact" onClick={() => void remove()}>
          <Trash2 size={20} aria-hidden />
          <span>{t('result.delete')}</span>
        </button>
      </div>
      <div className={styles.notice}>
        <ExportNotice exporting={exporting} />
      </div>
    </div>
  );
}
