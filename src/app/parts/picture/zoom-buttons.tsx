import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import type { PictureZoom } from './use-zoom';
import styles from './zoom-buttons.module.css';

/** Zooming by touch or mouse without a wheel. */
export function ZoomButtons({ zoom }: { readonly zoom: PictureZoom }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={styles.zoom} role="group" aria-label={t('result.zoom')}>
      <button
        type="button"
        className={`button button--icon ${styles.button}`}
        aria-label={t('result.zoom.larger')}
        aria-disabled={zoom.isLargest || undefined}
        onClick={zoom.zoomIn}
      >
        <ZoomIn size={20} aria-hidden />
      </button>
      <button
        type="button"
        className={`button button--icon ${styles.button} ${styles.smaller}`}
        aria-label={t('result.zoom.smaller')}
        aria-disabled={!zoom.isZoomed || undefined}
        onClick={zoom.zoomOut}
      >
        <ZoomOut size={20} aria-hidden />
      </button>
      <button
        type="button"
        className={`button button--icon ${styles.button} ${styles.whole}`}
        aria-label={t('result.zoom.whole')}
        aria-disabled={!zoom.isZoomed || undefined}
        onClick={zoom.showWhole}
      >
        <Maximize size={20} aria-hidden />
      </button>
    </div>
  );
}
