import type { Point } from '../../../contract/image';

/**
 * The smooth line through a stroke's points, as the data of an SVG path: quadratic curves between the middles of
 * neighbors, with the points as their control points. Canvas and SVG draw the same. A tap is a dot, under round caps.
 */
export function strokePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let previous = first;
  const curves = rest.map((point) => {
    const middle = { x: (previous.x + point.x) / 2, y: (previous.y + point.y) / 2 };
    const curve = `Q${place(previous)} ${place(middle)}`;
    previous = point;
    return curve;
  });
  return `M${place(first)}L${place(first)}${curves.join('')}L${place(previous)}`;
}

function place({ x, y }: Point): string {
  return `${rounded(x)},${rounded(y)}`;
}

/** Hundredths of a pixel are more than anybody sees. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
