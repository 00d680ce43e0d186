import type { Box } from '../../../contract/image';
import { useElementSize } from '../../base/browser/use-element-size';
import type { PictureSource } from '../../work/queue/picture-source';
import styles from './picture-crop.module.css';
import { useDisplayable } from './use-displayable';
import type { Placement, Size } from './zoom';

/** Height of what is looked at, as a share of the crop. */
const SHARE = 0.6;
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
}

/**
 * A part of a picture, as large as its place: a digit among its neighbors, marked at its corners. For the eye alone: it
 * stands beside what says in words which digit it is.
 */
export function PictureCrop({ picture, size, box }: PictureCropProps) {
  const { url, isBroken } = useDisplayable(picture);
  const [measure, frame] = useElementSize();
  const scale = Math.min(LARGEST, (frame.height * SHARE) / box.height, (frame.width * SHARE) / box.width);
  const x = frame.width / 2 - (box.x + box.width / 2) * scale;
  const y = frame.height / 2 - (box.y + box.height / 2) * scale;
  const isReady = url !== null && !isBroken && frame.width > 0;
  return (
    <div
      ref={measure}
      className={styles.crop}
      style={isReady ? pictureStyle(url, size, { x, y, scale }) : undefined}
      data-pixelated={scale > 2 || undefined}
      aria-hidden
    >
      {isReady && <span className={styles.corners} style={cornersStyle(box, { x, y, scale })} />}
    </div>
  );
}

/** A transparent picture is read on white. */
function pictureStyle(url: string, { width, height }: Size, { x, y, scale }: Placement) {
  return {
    backgroundImage: `url("${url}"), linear-gradient(#fff, #fff)`,
    backgroundSize: `${width * scale}px ${height * scale}px`,
    backgroundPosition: `${x}px ${y}px`,
  };
}

function cornersStyle(box: Box, { x, y, scale }: Placement) {
  return {
    width: box.width * scale + 2 * MARGIN,
    height: box.height * scale + 2 * MARGIN,
    transform: `translate(${x + box.x * scale - MARGIN}px, ${y + box.y * scale - MARGIN}px)`,
  };
}
