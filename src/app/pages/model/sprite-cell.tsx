import type { Sprite } from './card-files';
import styles from './sprite-cell.module.css';

interface SpriteCellProps {
  readonly sprite: Sprite;
  /** Folder of the sprite's file, ending in '/'. */
  readonly folder: string;
  readonly index: number;
  /** What is to be seen. */
  readonly label: string;
}

/** One small picture out of a file of many, its pixels kept as they are. */
export function SpriteCell({ sprite: { path, columns, rows, cell }, folder, index, label }: SpriteCellProps) {
  const left = (index % columns) * cell;
  const top = Math.floor(index / columns) * cell;
  return (
    <svg className={styles.cell} viewBox={`${left} ${top} ${cell} ${cell}`} role="img" aria-label={label}>
      <image href={`${folder}${path}`} width={columns * cell} height={rows * cell} />
    </svg>
  );
}
