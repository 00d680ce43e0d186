import { Contrast, Maximize, RotateCcw, RotateCw, ScanText, SquareDashed, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import type { Corners } from '../../../imaging/warp-pixels';
import { t } from '../../base/i18n/i18n';
import styles from './crop-controls.module.css';
import { type PictureEdit, turnedQuarter, turnedTo, wholePicture } from './picture-edit';

interface CropControlsProps {
  readonly edit: PictureEdit;
  readonly size: { readonly width: number; readonly height: number };
  /** Of a sheet of paper in the picture; null when none was found. */
  readonly page: Corners | null;
  /** Whether each corner moves on its own. */
  readonly isFree: boolean;
  readonly isWorking: boolean;
  readonly onFree: (isFree: boolean) => void;
  readonly onChange: (edit: PictureEdit, isStep?: boolean) => void;
  readonly onUndo: (() => void) | null;
  readonly onRead: () => void;
}

const MOST_DEGREES = 45;

export function CropControls(props: CropControlsProps) {
  const { edit, size, page, isFree, isWorking, onFree, onChange, onUndo, onRead } = props;
  // One pull at the slider is one step.
  const isFirst = useRef(true);
  const begin = () => {
    isFirst.current = true;
  };
  return (
    <div className={styles.controls}>
      <div className="actions">
        <button type="button" className="button" onClick={() => onChange(turnedQuarter(edit, 'left'))}>
          <RotateCcw size={20} aria-hidden />
          {t('crop.left')}
        </button>
        <button type="button" className="button" onClick={() => onChange(turnedQuarter(edit, 'right'))}>
          <RotateCw size={20} aria-hidden />
          {t('crop.right')}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={edit.isInverted}
          onClick={() => onChange({ ...edit, isInverted: !edit.isInverted })}
        >
          <Contrast size={20} aria-hidden />
          {t('crop.invert')}
        </button>
      </div>
      <label className={styles.angle}>
        {t('crop.straighten', { degrees: edit.angle })}
        <input
          type="range"
          min={-MOST_DEGREES}
          max={MOST_DEGREES}
          step={0.5}
          value={edit.angle}
          onPointerDown={begin}
          onKeyDown={begin}
          onChange={({ target }) => {
            onChange(turnedTo(edit, target.valueAsNumber), isFirst.current);
            isFirst.current = false;
          }}
        />
      </label>
      <label className={styles.free}>
        <input type="checkbox" checked={isFree} onChange={({ target }) => onFree(target.checked)} />
        {t('crop.free')}
      </label>
      {page && (
        <button type="button" className="button" onClick={() => onChange({ ...edit, angle: 0, corners: page })}>
          <SquareDashed size={20} aria-hidden />
          {t('crop.page')}
        </button>
      )}
      <div className="actions">
        <button type="button" className="button" disabled={!onUndo} onClick={() => onUndo?.()}>
          <Undo2 size={20} aria-hidden />
          {t('shell.undo')}
        </button>
        <button type="button" className="button" onClick={() => onChange(wholePicture(size))}>
          <Maximize size={20} aria-hidden />
          {t('crop.whole')}
        </button>
      </div>
      <button type="button" className="button button--primary" disabled={isWorking} onClick={onRead}>
        <ScanText size={20} aria-hidden />
        {t('crop.read')}
      </button>
      <p className={styles.kept}>{t('crop.kept')}</p>
    </div>
  );
}
