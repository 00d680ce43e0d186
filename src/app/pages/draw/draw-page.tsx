import { Eraser, ScanText, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import { useIntake } from '../../parts/intake/intake';
import { usePageTitle } from '../../parts/page/use-page-title';
import styles from './draw-page.module.css';
import { cleared, EMPTY_DRAWING, padFor, undone } from './drawing';
import { usePad } from './use-pad';

/** A sheet to draw numbers on with mouse, finger or pen; reading it is the same as handing in a picture. */
export function DrawPage() {
  usePageTitle(t('draw.title'));
  // Turning the phone must not distort what is drawn already.
  const [pad] = useState(() => padFor(window.innerWidth));
  const [drawing, setDrawing] = useState(EMPTY_DRAWING);
  const { take, expect } = useIntake();
  const { canvas, handlers } = usePad(pad, drawing, setDrawing);
  const isEmpty = drawing.strokes.length === 0;

  // On the window: whoever has just drawn has the focus nowhere.
  useEffect(() => {
    const undoByKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        setDrawing(undone);
      }
    };
    window.addEventListener('keydown', undoByKey);
    return () => window.removeEventListener('keydown', undoByKey);
  }, []);

  const read = () => {
    canvas.current?.toBlob((picture) => {
      if (picture) {
        take([new File([picture], `${t('draw.file')}.png`, { type: 'image/png' })]);
      }
    }, 'image/png');
  };

  return (
    <div className={`page ${styles.draw}`}>
      <h1 tabIndex={-1}>{t('draw.title')}</h1>
      <p>{t('draw.words')}</p>
      <canvas
        ref={canvas}
        className={styles.pad}
        width={pad.width}
        height={pad.height}
        role="img"
        aria-label={t('draw.pad', { count: drawing.strokes.length })}
        onPointerEnter={expect}
        {...handlers}
      />
      <div className="actions">
        <button type="button" className="button button--primary" disabled={isEmpty} onClick={read}>
          <ScanText size={20} aria-hidden />
          {t('draw.read')}
        </button>
        <button
          type="button"
          className="button"
          disabled={drawing.past.length === 0}
          onClick={() => setDrawing(undone(drawing))}
        >
          <Undo2 size={20} aria-hidden />
          {t('draw.undo')}
        </button>
        <button type="button" className="button" disabled={isEmpty} onClick={() => setDrawing(cleared(drawing))}>
          <Eraser size={20} aria-hidden />
          {t('draw.clear')}
        </button>
      </div>
    </div>
  );
}
