import type { Box } from '../../../contract/image';
import type { InkKind } from '../../../contract/recognition';
import styles from './ink-sign.module.css';

interface InkSignProps {
  readonly kind: InkKind;
  /** In screen pixels. */
  readonly box: Box;
}

/** Ink that is part of no number, told apart by shape; unexplained ink stands out by its color as well. */
export function InkSign({ kind, box }: InkSignProps) {
  const { x, y, width, height } = box;
  const [right, bottom, middle] = [x + width, y + height, y + height / 2];
  return (
    <g className={styles.sign} data-kind={kind}>
      <rect className={styles.halo} {...box} />
      <rect className={styles.line} {...box} />
      {kind === 'crossed-box' && (
        <path className={styles.line} d={`M${x} ${y}L${right} ${bottom}M${right} ${y}L${x} ${bottom}`} />
      )}
      {kind === 'struck-out' && <path className={styles.line} d={`M${x} ${middle}H${right}`} />}
      {kind === 'letter' && <path className={styles.line} d={`M${x} ${bottom - 2}H${right}`} />}
    </g>
  );
}
