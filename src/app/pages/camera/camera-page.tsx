import { Camera, ImagePlus, RotateCw } from 'lucide-react';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import { useIntake } from '../../parts/intake/intake';
import { usePageTitle } from '../../parts/page/use-page-title';
import styles from './camera-page.module.css';
import { CameraTools } from './camera-tools';
import { grabFrame } from './grab-frame';
import { LiveBoxes } from './live-boxes';
import type { CameraFailure } from './open-camera';
import { useCamera } from './use-camera';
import { useLiveFrames } from './use-live-frames';

const PHOTO_QUALITY = 0.95;
/** Width over height, until the camera tells. */
const USUAL_ASPECT = 16 / 9;

/** What the camera sees, read live; the frame that is taken is an upload like any other picture. */
export function CameraPage() {
  usePageTitle(t('read.liveCamera'));
  const { state, retry } = useCamera();
  const { take, expect } = useIntake();
  const video = useRef<HTMLVideoElement>(null);
  const [aspect, setAspect] = useState(USUAL_ASPECT);
  const stream = state.phase === 'live' ? state.stream : null;
  const recognition = useLiveFrames(video, stream !== null);
  useEffect(expect, [expect]);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);

  const shoot = async () => {
    const photo =
      video.current && (await grabFrame(video.current, `${t('camera.file')}.jpg`, { quality: PHOTO_QUALITY }));
    if (photo) take([photo]);
  };

  return (
    <div className={`page ${styles.camera}`}>
      <h1 tabIndex={-1}>{t('read.liveCamera')}</h1>
      {state.phase === 'failed' ? (
        <NoCamera failure={state.failure} onRetry={retry} />
      ) : (
        <>
          <div className={styles.stage} style={{ '--aspect': aspect } as CSSProperties}>
            <video
              ref={video}
              className={styles.video}
              autoPlay
              playsInline
              muted
              aria-label={t('camera.preview')}
              // A phone that is turned turns its frames.
              onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
                if (videoHeight > 0) setAspect(videoWidth / videoHeight);
              }}
            />
            {recognition && stream && <LiveBoxes recognition={recognition} />}
            <div className={styles.guide} aria-hidden />
            {!stream && <p className={styles.starting}>{t('camera.starting')}</p>}
          </div>
          <div className={styles.controls}>
            <button type="button" className="button button--primary" disabled={!stream} onClick={() => void shoot()}>
              <Camera size={20} aria-hidden />
              {t('camera.shoot')}
            </button>
            {stream && <CameraTools stream={stream} />}
            <CameraApp />
          </div>
          <output className={styles.numbers} aria-live="off" aria-label={t('camera.live')}>
            {recognition?.lines.map(({ text }) => text).join(' · ') || t('camera.hint')}
          </output>
        </>
      )}
    </div>
  );
}

interface NoCameraProps {
  readonly failure: CameraFailure;
  readonly onRetry: () => void;
}

/** What is wrong with the camera, what to do about it, and what works without one. */
function NoCamera({ failure, onRetry }: NoCameraProps) {
  const { openPicker } = useIntake();
  return (
    <div className="sheet empty" role="alert">
      <h2>{t(`camera.${failure}.title`)}</h2>
      <p>{t(`camera.${failure}.words`)}</p>
      <div className="actions actions--center">
        <button type="button" className="button button--primary" onClick={onRetry}>
          <RotateCw size={20} aria-hidden />
          {t('camera.retry')}
        </button>
        <CameraApp />
        <button type="button" className="button" onClick={openPicker}>
          <ImagePlus size={20} aria-hidden />
          {t('shell.choose')}
        </button>
      </div>
    </div>
  );
}

/** Phones have an app of their own for taking pictures. */
function CameraApp() {
  const { openCamera } = useIntake();
  return (
    <button type="button" className="button for-touch" onClick={openCamera}>
      <Camera size={20} aria-hidden />
      {t('camera.app')}
    </button>
  );
}
