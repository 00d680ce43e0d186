import { CODE_BITS, MODE_CODES, MODES, RUN_CODES } from './fax-codes';

export interface FaxPage {
  readonly width: number;
  readonly height: number;
  /** 'rows': each row by itself, from a whole byte on (TIFF's compression 2); 3 and 4: the fax groups of ITU-T T.4 and T.6. */
  readonly coding: 'rows' | 'group-3' | 'group-4';
  /** In group 3: rows that refer to the one above are among the others. */
  readonly isTwoDimensional: boolean;
  readonly isLowBitFirst: boolean;
}

/**
 * Unpacks a page of a fax: black and white rows, each coded by the places where the color changes.
 *
 * @returns rows of one bit a pixel from whole bytes on, 1 for black: as many as there are before the end or a damaged place
 */
export function unpackFax(packed: Uint8Array, { width, height, coding, ...page }: FaxPage): Uint8Array {
  const rowBytes = Math.ceil(width / 8);
  const rows = new Uint8Array(rowBytes * height);
  const bits = new FaxBits(packed, page.isLowBitFirst);
  let above: number[] = [width, width];
  let row = 0;
  for (; row < height && !bits.isAtEnd; row += 1) {
    if (coding === 'rows') bits.alignToByte();
    const wasMarked = coding === 'group-3' && bits.skipRowMark();
    const refersUp = coding === 'group-4' || (wasMarked && page.isTwoDimensional && bits.take(1) === 0);
    const changes = refersUp ? readByAbove(bits, width, above) : readRuns(bits, width);
    if (!changes) {
      if (coding !== 'group-3' || !bits.findRowMark()) break;
      continue;
    }
    for (let index = 0; index < changes.length; index += 2) {
      fillBits(rows, row * rowBytes * 8 + changes[index]!, row * rowBytes * 8 + (changes[index + 1] ?? width));
    }
    above = [...changes, width, width, width];
  }
  return rows.subarray(0, row * rowBytes);
}

/** @returns where the color changes, to black first; `undefined` at a damaged place */
function readRuns(bits: FaxBits, width: number): number[] | undefined {
  const changes: number[] = [];
  for (let [at, color] = [0, 0]; at < width; color = 1 - color) {
    const run = bits.takeRun(color);
    if (run < 0) return undefined;
    at = Math.min(width, at + run);
    changes.push(at);
  }
  return changes;
}

/** The two-dimensional coding (ITU-T T.6, 2.2): changes relative to those of the row above. */
function readByAbove(bits: FaxBits, width: number, above: readonly number[]): number[] | undefined {
  const changes: number[] = [];
  let [at, color, index] = [-1, 0, 0];
  while (at < width) {
    // The next change above to the other color, right of here.
    while (index > 0 && above[index - 1]! > at) index -= 1;
    while (index < above.length - 1 && (above[index]! <= at || index % 2 !== color)) index += 1;
    const next = Math.min(above[index] ?? width, width);
    const mode = bits.takeCode(MODE_CODES);
    if (mode < 0) return undefined;
    if (mode === MODES.pass) {
      at = Math.min(above[index + 1] ?? width, width);
    } else if (mode === MODES.horizontal) {
      const [first, second] = [bits.takeRun(color), bits.takeRun(1 - color)];
      if (first < 0 || second < 0) return undefined;
      const start = Math.max(0, at) + first;
      at = Math.min(width, start + second);
      changes.push(Math.min(width, start), at);
    } else {
      at = Math.max(at, 0, Math.min(width, next + mode - MODES.vertical));
      changes.push(at);
      color = 1 - color;
    }
  }
  return changes;
}

function fillBits(rows: Uint8Array, start: number, end: number): void {
  for (let bit = start; bit < end; bit += 1) {
    if ((bit & 7) === 0 && bit + 8 <= end) {
      rows[bit >> 3] = 0xff;
      bit += 7;
    } else {
      rows[bit >> 3]! |= 0x80 >> (bit & 7);
    }
  }
}

const ROW_MARK_BITS = 12;

class FaxBits {
  readonly #bytes: Uint8Array;
  readonly #isLowBitFirst: boolean;
  #at = 0;

  constructor(bytes: Uint8Array, isLowBitFirst: boolean) {
    this.#bytes = bytes;
    this.#isLowBitFirst = isLowBitFirst;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length * 8;
  }

  alignToByte(): void {
    this.#at = (this.#at + 7) & ~7;
  }

  take(count: number): number {
    const value = this.#peek(count);
    this.#at += count;
    return value;
  }

  /** @returns the value of the code that comes next; -1 when there is none */
  takeCode(table: Int32Array): number {
    const entry = table[this.#peek(CODE_BITS)]!;
    if (entry < 0 || this.isAtEnd) return -1;
    this.#at += entry & 15;
    return entry >> 4;
  }

  /** A run of one color: any number of codes for multiples of 64, and one for the rest. */
  takeRun(color: number): number {
    for (let run = 0; ; ) {
      const part = this.takeCode(RUN_CODES[color]!);
      if (part < 0) return -1;
      run += part;
      if (part < 64) return run;
    }
  }

  /** Skips the mark before a row (eleven zeros or more, and a one), when there is one. */
  skipRowMark(): boolean {
    const start = this.#at;
    while (!this.isAtEnd && this.#peek(ROW_MARK_BITS) === 0) this.#at += 1;
    if (this.#peek(ROW_MARK_BITS) === 1) {
      this.#at += ROW_MARK_BITS;
      return true;
    }
    this.#at = start;
    return false;
  }

  /** Goes on to the next mark; false when there is none. */
  findRowMark(): boolean {
    while (!this.isAtEnd && this.#peek(ROW_MARK_BITS) !== 1) this.#at += 1;
    return !this.isAtEnd;
  }

  #peek(count: number): number {
    let value = 0;
    const first = this.#at >> 3;
    for (let index = first; index < first + 3; index += 1) value = (value << 8) | this.#byte(index);
    return (value >> (24 - (this.#at & 7) - count)) & ((1 << count) - 1);
  }

  #byte(index: number): number {
    const byte = this.#bytes[index] ?? 0;
    return this.#isLowBitFirst ? reversed(byte) : byte;
  }
}

/** A byte with its bits in the other order. */
export function reversed(byte: number): number {
  const pairs = ((byte & 0x55) << 1) | ((byte & 0xaa) >> 1);
  const nibbles = ((pairs & 0x33) << 2) | ((pairs & 0xcc) >> 2);
  return ((nibbles & 0x0f) << 4) | ((nibbles & 0xf0) >> 4);
}
