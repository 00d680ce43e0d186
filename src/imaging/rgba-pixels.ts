/** Pixels on their way out of a decoder: RGBA, 8 bits a channel, row-major, alpha not multiplied in. */
export interface RgbaPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}
