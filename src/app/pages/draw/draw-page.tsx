import { ImagePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import { useIntake } from '../../parts/intake/intake';
import { usePageTitle } from '../../parts/page/use-page-title';
import { useServices } from '../../work/session/services';
import styles from './draw-page.module.css';
import { drawPicture } from './draw-picture';
import {
  cleared,
  type Drawing,
  EMPTY_DRAWING,
  redone,
  STROKE_WIDTHS,
  type StrokeWidth,
  undone,
  withStroke,
} from './drawing';
import { DRAWN_SERIES } from './drawn-series';
import { LastNumbers } from './last-numbers';
import { LiveNumbers } from './live-numbers';
import { PadControls } from './pad-controls';
import { usePad } from './use-pad';

/** A sheet to write numbers on with finger, pen or mouse; a drawing that is read is an upload like any other picture. */
export function DrawPage() {
  usePageTitle(t('draw.title'));
  const [drawing, setDrawing] = useState(EMPTY_DRAWING);
  const [strokeWidth, setStrokeWidth] = useState<StrokeWidth>('medium');
  const { queue } = useServices();
  const { expect, openPicker } = useIntake();
  const { canvas, handlers } = usePad(drawing.strokes, STROKE_WIDTHS[strokeWidth], (stroke) =>
    setDrawing((drawn) => withStroke(drawn, stroke)),
  );
  useDrawingKeys(setDrawing);
  // The models load while the first number is being written.
  useEffect(expect, [expect]);

  const read = async () => {
    const { strokes } = drawing;
    // The pad is free for the next number at once; undoing brings this one back.
    setDrawing(cleared);
    const picture = await drawPicture(strokes, `${t('draw.file')}.png`);
    if (picture) queue.add([picture], DRAWN_SERIES);
  };

  return (
    <div className={`page ${styles.draw}`}>
      <h1 tabIndex={-1}>{t('draw.title')}</h1>
      <canvas
        ref={canvas}
        className={styles.pad}
        role="img"
        aria-label={t('draw.pad', { count: drawing.strokes.length })}
        {...handlers}
      />
      <PadControls
        drawing={drawing}
        strokeWidth={strokeWidth}
        onChange={setDrawing}
        onStrokeWidth={setStrokeWidth}
        onRead={() => void read()}
      />
      <LiveNumbers strokes={drawing.strokes} />
      <LastNumbers />
      <div className={styles.other}>
        <p>{t('draw.other')}</p>
        <button type="button" className="button button--small" onClick={openPicker}>
          <ImagePlus size={20} aria-hidden />
          {t('shell.choose')}
        </button>
      </div>
    </div>
  );
}

/** On the window: whoever has just drawn has the focus nowhere. */
function useDrawingKeys(setDrawing: (change: (drawing: Drawing) => Drawing) => void): void {
  useEffect(() => {
    const changeByKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      const key = event.key.toLowerCase();
      const change = key === 'y' || (key === 'z' && event.shiftKey) ? redone : key === 'z' ? undone : null;
      if (change) {
        event.preventDefault();
        setDrawing(change);
      }
    };
    window.addEventListener('keydown', changeByKey);
    return () => window.removeEventListener('keydown', changeByKey);
  }, [setDrawing]);
}
