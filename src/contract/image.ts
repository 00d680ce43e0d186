/** Upright picture pixels after decoding: RGBA, 8 bits a channel, row-major, opaque (alpha already laid over white). */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  /** Size of the upright original; larger than `width` x `height` when the pixel cap made the decoder shrink it. */
  readonly originalWidth: number;
  readonly originalHeight: number;
}

/** Gray levels 0..255, row-major, `width * height` long. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array | Uint8Array | Uint8ClampedArray;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Axis-parallel box in pixels; `x`, `y` is its top-left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
