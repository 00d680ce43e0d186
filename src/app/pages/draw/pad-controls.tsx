import { Eraser, Redo2, ScanText, Undo2 } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import { cleared, type Drawing, redone, STROKE_WIDTHS, type StrokeWidth, undone } from './drawing';
import styles from './pad-controls.module.css';
import { usePress } from './use-press';

interface PadControlsProps {
  readonly drawing: Drawing;
  readonly strokeWidth: StrokeWidth;
  readonly onChange: (change: (drawing: Drawing) => Drawing) => void;
  readonly onStrokeWidth: (width: StrokeWidth) => void;
  readonly onRead: () => void;
}

const WIDTHS = Object.keys(STROKE_WIDTHS) as readonly StrokeWidth[];

/** One row under the pad; on a phone the tools are signs alone, so that they fit beside the button that reads. */
export function PadControls({ drawing, strokeWidth, onChange, onStrokeWidth, onRead }: PadControlsProps) {
  const isEmpty = drawing.strokes.length === 0;
  const press = usePress(onRead);
  const nextWidth = WIDTHS[(WIDTHS.indexOf(strokeWidth) + 1) % WIDTHS.length]!;
  const tools = [
    { id: 'undo', Icon: Undo2, act: () => onChange(undone), isOff: drawing.past.length === 0 },
    { id: 'redo', Icon: Redo2, act: () => onChange(redone), isOff: drawing.future.length === 0 },
    { id: 'clear', Icon: Eraser, act: () => onChange(cleared), isOff: isEmpty },
  ] as const;
  return (
    <div className={styles.controls}>
      <button type="button" className={`button button--primary ${styles.read}`} disabled={isEmpty} {...press}>
        <ScanText size={20} aria-hidden />
        {t('draw.read')}
      </button>
      {tools.map(({ id, Icon, act, isOff }) => (
        <button key={id} type="button" className={`button ${styles.tool}`} disabled={isOff} onClick={act}>
          <Icon size={20} aria-hidden />
          <span className={styles.words}>{t(`draw.${id}`)}</span>
        </button>
      ))}
      <button type="button" className={`button ${styles.tool}`} onClick={() => onStrokeWidth(nextWidth)}>
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
          <path d="M3 10h14" stroke="currentColor" strokeLinecap="round" strokeWidth={STROKE_WIDTHS[strokeWidth] / 2} />
        </svg>
        <span className={styles.words}>{t(`draw.width.${strokeWidth}`)}</span>
      </button>
    </div>
  );
}
