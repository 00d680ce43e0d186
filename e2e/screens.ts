/** A phone, a small tablet lying down, a laptop and a large desktop, in CSS pixels. */
export const SCREENS = [
  { width: 360, height: 800 },
  { width: 768, height: 630 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1801 },
] as const;
