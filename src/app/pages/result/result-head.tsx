import { Printer, Trash2 } from 'lucide-react';
import { useLocation } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { BackLink } from '../../parts/page/back-link';
import { useServices } from '../../work/session/services';
import { type Copyable, CopyButtons } from './copy-buttons';
import { Pager } from './pager';
import styles from './result-head.module.css';
import type { Neighbors } from './use-neighbors';

interface ResultHeadProps {
  readonly id: string;
  readonly name: string;
  /** null as long as there is nothing to copy. */
  readonly whole: Copyable | null;
  readonly neighbors: Neighbors | null;
}

/** The way back and to the neighbors, the file's name, and what can be done with the result. */
export function ResultHead({ id, name, whole, neighbors }: ResultHeadProps) {
  const { queue, trash } = useServices();
  const [, navigate] = useLocation();
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
      <h1 className={styles.name} tabIndex={-1} title={name}>
        {name}
      </h1>
      {neighbors && <Pager neighbors={neighbors} />}
      <div className="actions">
        {whole && <CopyButtons items={[whole]} isPrimary />}
        {whole && (
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
    </div>
  );
}
