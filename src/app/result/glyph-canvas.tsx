import { useEffect, useRef } from 'react';
import type { Glyph } from '../../contract/recognition';
import { glyphPixels } from '../../imaging/glyph-pixels';

/** The crop after normalization, pixel for pixel as the model saw it. */
export function GlyphCanvas({ glyph }: { readonly glyph: Glyph }) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(glyphPixels(glyph), glyph.side, glyph.side), 0, 0);
  }, [glyph]);

  return <canvas ref={canvas} className="glyph__canvas" width={glyph.side} height={glyph.side} aria-hidden />;
}
