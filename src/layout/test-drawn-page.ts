import type { Box, GrayImage, Point } from '../contract/image';

const PAPER = 220;
const INK = 90;

/** A page to draw on: light paper that gets darker to the right, with grain. */
export class DrawnPage {
  readonly page: GrayImage & { readonly data: Float32Array };
  readonly digits: Box[] = [];

  constructor(
    width: number,
    height: number,
    /** Where a point of the flat drawing is seen. */
    readonly seenAt: (point: Point) => Point = (point) => point,
  ) {
    const data = Float32Array.from({ length: width * height }, (_, index) => {
      const [x, y] = [index % width, Math.floor(index / width)];
      return PAPER - (30 * x) / width + 3 * Math.sin(12.9898 * x + 78.233 * y);
    });
    this.page = { width, height, data };
  }

  /** A straight line of the flat drawing; `isLeftOut` says which parts of its length, 0..1, are missing. */
  line(from: Point, to: Point, { thick = 2, isLeftOut = (_share: number) => false } = {}): this {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const steps = Math.ceil(2 * length);
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      if (isLeftOut(share)) continue;
      this.dot({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }, thick);
    }
    return this;
  }

  /** Lines at all these places, each as long as the others reach. */
  grid(columns: readonly number[], rows: readonly number[], thick = 2): this {
    for (const y of rows) this.line({ x: columns[0]!, y }, { x: columns.at(-1)!, y }, { thick });
    for (const x of columns) this.line({ x, y: rows[0]! }, { x, y: rows.at(-1)! }, { thick });
    return this;
  }

  /** Something like a digit, a ring, or an upright stroke; its box is located. */
  digit(x: number, y: number, { height = 24, isOne = false } = {}): this {
    const width = isOne ? 0.2 * height : 0.6 * height;
    const middle = { x: x + width / 2, y: y + height / 2 };
    if (isOne) this.line({ x: middle.x, y }, { x: middle.x, y: y + height }, { thick: 3 });
    for (let step = 0; !isOne && step < 120; step++) {
      const angle = (step / 60) * Math.PI;
      this.dot(
        {
          x: middle.x + (width / 2 - 1) * Math.cos(angle),
          y: middle.y + (height / 2 - 1) * Math.sin(angle),
        },
        3,
      );
    }
    const seen = this.seenAt(middle);
    this.digits.push({ x: seen.x - width / 2, y: seen.y - height / 2, width, height });
    return this;
  }

  /** Digits side by side. */
  number(x: number, y: number, count: number, height = 24): this {
    for (let index = 0; index < count; index++) this.digit(x + index * 0.8 * height, y, { height });
    return this;
  }

  private dot(point: Point, thick: number): void {
    const { x, y } = this.seenAt(point);
    const { width, height, data } = this.page;
    for (let row = Math.round(y - thick / 2); row < Math.round(y + thick / 2); row++) {
      for (let column = Math.round(x - thick / 2); column < Math.round(x + thick / 2); column++) {
        if (row < 0 || column < 0 || row >= height || column >= width) continue;
        data[row * width + column] = INK;
      }
    }
  }
}
