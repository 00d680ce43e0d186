import { useEffect, useRef } from 'react';
import type { PixelImage } from '../../../contract/image';
import { t } from '../../base/i18n/i18n';
import { drawPart } from './draw-part';
import styles from './part-preview.module.css';
import type { PictureEdit } from './picture-edit';

/** Enough to see what is up and what is cut off, and drawn between two movements of the pointer. */
const PREVIEW_PIXELS = 90_000;

/** The part as it will be read. */
export function PartPreview({ pixels, edit }: { readonly pixels: PixelImage; readonly edit: PictureEdit }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const abort = new AbortController();
    if (canvas.current)
      void drawPart(canvas.current, pixels, edit, { maxPixels: PREVIEW_PIXELS, signal: abort.signal });
    return () => abort.abort();
  }, [pixels, edit]);
  return (
    <figure className={styles.preview}>
      <figcaption>{t('crop.preview')}</figcaption>
      <canvas ref={canvas} role="img" aria-label={t('crop.preview')} />
    </figure>
  );
}
