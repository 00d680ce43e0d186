/** The first batches load what stays: models, shaders, parts of the app. */
const WARM_UP_SHARE = 0.1;

/** By how much the mean of the last tenth is above that of the first tenth after the warm-up; 0.1: 10 % more. */
export function growth(sizes: readonly number[]): number {
  const tenth = Math.max(1, Math.round(sizes.length / 10));
  const after = Math.max(1, Math.round(sizes.length * WARM_UP_SHARE));
  const [first, last] = [mean(sizes.slice(after, after + tenth)), mean(sizes.slice(-tenth))];
  return first > 0 ? Math.round((last / first - 1) * 1000) / 1000 : 0;
}

function mean(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
}
