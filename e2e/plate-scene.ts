import path from 'node:path';

/** A car with a number plate, drawn by `npm run write:samples`. */
export const PLATE_SCENE = {
  path: path.resolve(import.meta.dirname, 'images/plates/car.jpg'),
  plate: 'KXD3847',
} as const;
