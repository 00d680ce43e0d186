/** 95 % confidence interval of a share, 0..1 (Wilson 1927). */
export function wilsonInterval(share: number, count: number): readonly [number, number] {
  const z = 1.959964;
  const center = share + z ** 2 / (2 * count);
  const spread = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const scale = 1 + z ** 2 / count;
  return [Math.max(0, (center - spread) / scale), Math.min(1, (center + spread) / scale)];
}
