import { Flashlight } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../base/i18n/i18n';
import styles from './camera-tools.module.css';

/** What Image Capture (W3C) adds to a track and TypeScript does not know. */
interface LensCapabilities {
  readonly torch?: boolean;
  readonly zoom?: { readonly min: number; readonly max: number; readonly step: number };
}

/** Light and zoom, where the camera has them. */
export function CameraTools({ stream }: { readonly stream: MediaStream }) {
  const [track] = stream.getVideoTracks();
  const { torch, zoom } = (track?.getCapabilities?.() ?? {}) as LensCapabilities;
  const [isLit, setIsLit] = useState(false);
  const [factor, setFactor] = useState(zoom?.min ?? 1);
  const set = (lens: Readonly<Record<string, unknown>>) => {
    // A lens that refuses stays as it is.
    track?.applyConstraints({ advanced: [lens as MediaTrackConstraintSet] }).catch(() => undefined);
  };
  return (
    <>
      {torch && (
        <button
          type="button"
          className="button"
          aria-pressed={isLit}
          onClick={() => {
            setIsLit(!isLit);
            set({ torch: !isLit });
          }}
        >
          <Flashlight size={20} aria-hidden />
          {t('camera.torch')}
        </button>
      )}
      {zoom && zoom.max > zoom.min && (
        <label className={styles.zoom}>
          {t('camera.zoom')}
          <input
            type="range"
            min={zoom.min}
            max={zoom.max}
            step={zoom.step || 'any'}
            value={factor}
            onChange={({ target }) => {
              setFactor(target.valueAsNumber);
              set({ zoom: target.valueAsNumber });
            }}
          />
        </label>
      )}
    </>
  );
}
