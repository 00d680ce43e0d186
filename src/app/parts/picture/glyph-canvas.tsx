import { useEffect, useRef } from 'react';
import type { OcclusionMap } from '../../../contract/occlusion-map';
import type { Glyph } from '../../../contract/recognition';
import { glyphPixels } from '../../../imaging/glyph-pixels';
import { occlusionPixels } from '../../../imaging/occlusion-pixels';
import styles from './glyph-canvas.module.css';

interface GlyphCanvasProps {
  readonly glyph: Glyph;
  /** Colors over the glyph: what speaks for a label and against it. */
  readonly map?: OcclusionMap | null;
}

/** The crop after normalization, pixel for pixel as the model saw it. */
export function GlyphCanvas({ glyph, map = null }: GlyphCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    const pixels = map ? occlusionPixels(glyph, map) : glyphPixels(glyph);
    context?.putImageData(new ImageData(pixels, glyph.side, glyph.side), 0, 0);
  }, [glyph, map]);

  return <canvas ref={canvas} className={styles.canvas} width={glyph.side} height={glyph.side} aria-hidden />;
}
