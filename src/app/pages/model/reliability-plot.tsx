import { wilsonInterval } from '../../../scoring/wilson-interval';
import { formatShare } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import type { ReliabilityBin } from './card-files';
import styles from './reliability-plot.module.css';

/** The plot's square in the drawing's own units, with room for the numbers at its edges. */
const PLOT = { left: 44, top: 12, side: 224 } as const;
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;
const RADIUS = { least: 3, most: 9 } as const;

interface ReliabilityPlotProps {
  readonly bins: readonly ReliabilityBin[];
  readonly label: string;
}

/** Confidence against truth; the larger a dot, the more digits it stands for; with the 95 % interval of each. */
export function ReliabilityPlot({ bins, label }: ReliabilityPlotProps) {
  const most = Math.max(...bins.map((bin) => bin.count));
  const radius = (count: number) => RADIUS.least + (RADIUS.most - RADIUS.least) * Math.sqrt(count / most);
  return (
    <figure className={`sheet ${styles.plot}`}>
      <svg className={styles.drawing} viewBox="0 0 300 268" role="img" aria-label={label}>
        {TICKS.map((tick) => (
          <g key={tick} className={styles.tick}>
            <path d={`M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}`} />
            <text x={x(tick)} y={y(0) + 20} textAnchor="middle">
              {formatShare(tick, 0)}
            </text>
            <text x={PLOT.left - 6} y={y(tick) + 5} textAnchor="end">
              {formatShare(tick, 0)}
            </text>
          </g>
        ))}
        <path className={styles.ideal} d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
        {bins.map(({ confidence, accuracy, count }) => (
          <g key={confidence}>
            <path className={styles.interval} d={intervalPath(confidence, wilsonInterval(accuracy, count))} />
            <circle className={styles.dot} cx={x(confidence)} cy={y(accuracy)} r={radius(count)} />
          </g>
        ))}
      </svg>
      <figcaption className={styles.axes}>
        <span>→ {t('model.calibration.x')}</span>
        <span>↑ {t('model.calibration.y')}</span>
      </figcaption>
    </figure>
  );
}

function intervalPath(confidence: number, [low, high]: readonly [number, number]): string {
  return `M${x(confidence)} ${y(low)}V${y(high)}`;
}

function x(share: number): number {
  return PLOT.left + share * PLOT.side;
}

function y(share: number): number {
  return PLOT.top + (1 - share) * PLOT.side;
}
