import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const IMAGE_HEADER_BYTES = 16;
const LABEL_HEADER_BYTES = 8;
export const SIDE = 28;

/** A 28x28 picture, light ink on black, row-major. */
export interface IdxDigit {
  readonly label: number;
  readonly pixels: Uint8Array;
}

/** Reads a pair of IDX files, gzipped or not. */
export function readIdxDigits(imagesFile: string, labelsFile: string): IdxDigit[] {
  const images = readMaybeGzipped(imagesFile).subarray(IMAGE_HEADER_BYTES);
  const labels = readMaybeGzipped(labelsFile).subarray(LABEL_HEADER_BYTES);
  return Array.from(labels, (label, index) => ({
    label,
    pixels: images.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE),
  }));
}

function readMaybeGzipped(file: string): Uint8Array {
  const bytes = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** Hands out digits of a set by label, each one once, in the set's own order. */
export class DigitBox {
  readonly #next = new Map<number, number>();

  constructor(private readonly digits: readonly IdxDigit[]) {}

  take(label: number): IdxDigit {
    const start = this.#next.get(label) ?? 0;
    const index = this.digits.findIndex((digit, at) => at >= start && digit.label === label);
    const found = this.digits[index];
    if (!found) throw new Error(`The set has no further digit ${label}.`);
    this.#next.set(label, index + 1);
    return found;
  }
}
