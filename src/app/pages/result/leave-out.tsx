import { EyeOff, SquareDashed, Undo2 } from 'lucide-react';
import type { Box } from '../../../contract/image';
import type { Edit } from '../../../corrections/edit';
import { lineBox } from '../../../corrections/leave-out';
import { t } from '../../base/i18n/i18n';
import styles from './leave-out.module.css';
import type { Fixing } from './use-fixing';
import type { LeaveOutInAll } from './use-leave-out';

interface LeaveOutProps {
  readonly fixing: Pick<Fixing, 'reading' | 'corrections'>;
  /** null where nothing was read. */
  readonly selectedId: number | null;
  /** An area is being drawn. */
  readonly isDrawing: boolean;
  readonly onDraw: () => void;
  readonly onApply: (edit: Edit) => void;
  /** null for a picture that came alone. */
  readonly inAll: LeaveOutInAll | null;
  /** Pictures that came in together. */
  readonly batchSize: number;
}

/** A line or an area that is not part of the data: in this picture, or in all pictures of the same sheet. */
export function LeaveOut({ fixing, selectedId, isDrawing, onDraw, onApply, inAll, batchSize }: LeaveOutProps) {
  const { reading, corrections } = fixing;
  const line = selectedId === null ? null : lineBox(reading, selectedId);
  const last: Box | null = lastLeftOut(corrections.edits);
  return (
    <section className={styles.section} aria-labelledby="leave-out">
      <h2 id="leave-out" className={styles.title}>
        {t('leaveOut.title')}
      </h2>
      <div className="actions">
        {line && (
          <button type="button" className="button" onClick={() => onApply({ kind: 'leave-out', box: line })}>
            <EyeOff size={20} aria-hidden />
            {t('leaveOut.line')}
          </button>
        )}
        <button type="button" className="button" aria-pressed={isDrawing} onClick={onDraw}>
          <SquareDashed size={20} aria-hidden />
          {t('leaveOut.area')}
        </button>
        {inAll && inAll.count === null && last && batchSize > 1 && (
          <button type="button" className="button" onClick={() => void inAll.leaveOut(last)}>
            {t('leaveOut.all', { count: batchSize })}
          </button>
        )}
        {inAll?.count != null && (
          <button type="button" className="button" onClick={() => void inAll.undo()}>
            <Undo2 size={20} aria-hidden />
            {t('leaveOut.undo', { count: inAll.count })}
          </button>
        )}
      </div>
      {isDrawing && <p role="status">{t('leaveOut.hint')}</p>}
    </section>
  );
}

/** The part that the last correction left out; null when it did something else. */
function lastLeftOut(edits: readonly Edit[]): Box | null {
  const last = edits.at(-1);
  return last?.kind === 'leave-out' ? last.box : null;
}
