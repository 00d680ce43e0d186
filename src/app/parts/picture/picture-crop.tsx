import type { Box } from '../../../contract/image';
import { useElementSize } from '../../base/browser/use-element-size';
import type { PictureSource } from '../../work/queue/picture-source';
import styles from './picture-crop.module.css';
import { useDisplayable } from './use-displayable';
import type { Size } from './zoom';

/** Height of what is looked at, as a share of the crop. */
const SHARE = 0.5;
/** Screen pixels between the writing and the corners around it. */
const MARGIN = 6;
/** Screen pixels a picture pixel, at most. */
const LARGEST = 12;

interface PictureCropProps {
  readonly picture: PictureSource;
  /** In pixels, as all boxes are. */
  readonly size: Size;
  /** What stands in the middle. */
  readonly box: Box;
  readonly name: string;
}

/** A part of a picture, as large as its place: a digit among its neighbors, marked at its corners. */
export function PictureCrop({ picture, size, box, name }: PictureCropProps) {
  const { url, isBroken, onError } = useDisplayable(picture);
  const [measure, frame] = useElementSize();
  const scale = Math.min(LARGEST, (frame.height * SHARE) / box.height, (frame.width * SHARE) / box.width);
  const x = frame.width / 2 - (box.x + box.width / 2) * scale;
  const y = frame.height / 2 - (box.y + box.height / 2) * scale;
  const isReady = url !== null && !isBroken && frame.width > 0;
  return (
    <div ref={measure} className={styles.crop} data-pixelated={scale > 2 || undefined}>
      {isReady && (
        <>
          <img
            src={url}
            alt={name}
            draggable={false}
            onError={onError}
            style={{ width: size.width * scale, height: size.height * scale, transform: `translate(${x}px, ${y}px)` }}
          />
          <span className={styles.corners} style={cornersStyle(box, { x, y, scale })} aria-hidden />
        </>
      )}
    </div>
  );
}

function cornersStyle(box: Box, { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number }) {
  return {
    width: box.width * scale + 2 * MARGIN,
    height: box.height * scale + 2 * MARGIN,
    transform: `translate(${x + box.x * scale - MARGIN}px, ${y + box.y * scale - MARGIN}px)`,
  };
}
