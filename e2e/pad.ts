import { expect, type Locator, type Page } from '@playwright/test';

export type Line = readonly (readonly [x: number, y: number])[];

/** Strokes in CSS pixels, in a box of 100 x 160. */
const STROKES: Readonly<Record<string, readonly Line[]>> = {
  1: [
    [
      [50, 0],
      [50, 160],
    ],
  ],
  2: [
    [
      [5, 40],
      [20, 10],
      [50, 0],
      [80, 12],
      [90, 45],
      [70, 85],
      [10, 155],
      [95, 155],
    ],
  ],
  7: [
    [
      [5, 5],
      [95, 5],
      [40, 158],
    ],
  ],
};

/** The drawing pad as a person uses it. */
export class Pad {
  constructor(readonly page: Page) {}

  get canvas(): Locator {
    return this.page.getByRole('img', { name: /^(Empty pad|Pad with)/ });
  }

  get live(): Locator {
    return this.page.getByLabel('Read so far');
  }

  get read(): Locator {
    return this.page.getByRole('button', { name: 'Read it' });
  }

  get last(): Locator {
    return this.page.getByRole('region', { name: 'Last numbers' }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Draw', exact: true }).click();
    await expect(this.canvas).toBeVisible();
  }

  async box() {
    const box = await this.canvas.boundingBox();
    if (!box) throw new Error('There is no pad.');
    return box;
  }

  /**
   * Writes digits with the mouse.
   *
   * @param x left edge of the first one, in CSS pixels of the pad
   * @param size height of a digit, in CSS pixels
   */
  async write(digits: string, x: number, y: number, size = 160): Promise<void> {
    const { page } = this;
    const pad = await this.box();
    for (const [index, digit] of [...digits].entries()) {
      for (const points of STROKES[digit] ?? []) {
        const at = points.map(([px, py]) => [
          pad.x + x + (index * 1.1 + px / 160) * size,
          pad.y + y + (py / 160) * size,
        ]) as [number, number][];
        const [first, ...rest] = at;
        if (!first) continue;
        await page.mouse.move(...first);
        await page.mouse.down();
        for (const point of rest) await page.mouse.move(...point, { steps: 8 });
        await page.mouse.up();
      }
    }
  }
}
