import type { Recognition } from '../../../contract/recognition';
import styles from './live-boxes.module.css';

/** The numbers of a frame over the preview, each with a box around it. The drawing has the frame's own pixels. */
export function LiveBoxes({
  recognition: { imageWidth, imageHeight, numbers },
}: {
  readonly recognition: Recognition;
}) {
  const unit = Math.max(imageWidth, imageHeight) / 100;
  return (
    <svg className={styles.boxes} viewBox={`0 0 ${imageWidth} ${imageHeight}`} aria-hidden>
      {numbers.map(({ text, box: { x, y, width, height }, verdict }) => (
        <g key={`${x},${y}`} data-mark={verdict} data-live-number={text}>
          <rect className={styles.halo} x={x} y={y} width={width} height={height} rx={unit / 2} />
          <rect className={styles.line} x={x} y={y} width={width} height={height} rx={unit / 2} />
          <text className={styles.number} x={x} y={Math.max(unit * 4, y - unit)} fontSize={unit * 4}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}
