import { RotateCcw, RotateCw } from 'lucide-react';
import type { Recognition } from '../../../contract/recognition';
import { t } from '../../base/i18n/i18n';
import styles from './turn-note.module.css';

interface TurnNoteProps {
  readonly recognition: Recognition;
  readonly onReadAgain: (asItLies: boolean) => void;
}

/** By how much the picture was turned to be read, and a button that undoes it; nothing where it was read as it is anyway. */
export function TurnNote({ recognition: { turned, asItLies }, onReadAgain }: TurnNoteProps) {
  if (!turned && !asItLies) return null;
  const Sign = turned ? RotateCcw : RotateCw;
  return (
    <div className={styles.note}>
      <p>{turned ? t('turn.turned', { degrees: turned }) : t('turn.asItLies')}</p>
      <button
        type="button"
        className={`button button--small ${styles.button}`}
        onClick={() => onReadAgain(turned !== undefined)}
      >
        <Sign size={16} aria-hidden />
        {t(turned ? 'turn.undo' : 'turn.redo')}
      </button>
    </div>
  );
}
