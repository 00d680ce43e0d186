/** As figures are written to files: enough places to tell one picture in a hundred thousand. */
export function rounded(value: number, places = 5): number {
  return Number(value.toFixed(places));
}
