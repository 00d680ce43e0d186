import type { CSSProperties } from 'react';
import { charactersOf, type FixedReading } from '../../../corrections/fixed-reading';
import boxOverlayStyles from './box-overlay.module.css';
import styles from './print-picture.module.css';
import type { Size } from './zoom';

interface PrintPictureProps {
  readonly url: string;
  readonly size: Size;
  readonly reading: FixedReading;
}

/** The whole picture with its boxes, on paper only: it needs no measuring, and no zoom cuts anything off. */
export function PrintPicture({ url, size, reading }: PrintPictureProps) {
  const { width, height } = size;
  const letter = Math.max(width, height) / 45;
  return (
    <div
      className={styles.picture}
      data-print
      style={{ '--picture-ratio': width / height } as CSSProperties}
      aria-hidden
    >
      <img src={url} alt="" />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden>
        {charactersOf(reading).map(({ id, box, status }, index) => (
          <g key={id} className={boxOverlayStyles.box} data-mark={status}>
            <rect className={boxOverlayStyles.line} {...box} vectorEffect="non-scaling-stroke" />
            <text className={styles.number} x={box.x} y={box.y - letter / 4} fontSize={letter}>
              {/* Rows and columns say which it is. */}
              {reading.tables.length === 0 && index + 1}
              {status === 'check' && '?'}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
