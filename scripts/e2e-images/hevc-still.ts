/**
 * The smallest encoder of HEVC (ITU-T H.265) that makes a picture: every block of 16 x 16 is stored as it is (I_PCM), so
 * that nothing is predicted, transformed or lost. Made for tests, because no encoder is at hand everywhere.
 */
export interface HevcStill {
  /** Parameter sets, as 'hvcC' holds them. */
  readonly video: Buffer;
  readonly sequence: Buffer;
  readonly picture: Buffer;
  /** The one slice. */
  readonly slice: Buffer;
}

const BLOCK = 16;
export const PROFILE = { idc: 3, compatibility: 0x70000000, level: 120 } as const;

/** @param levels YCbCr planes at a place, 0..255; chroma is asked for at every second place */
export function encodeHevcStill(
  width: number,
  height: number,
  levels: (x: number, y: number) => readonly [luma: number, blue: number, red: number],
): HevcStill {
  const [columns, rows] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  return {
    video: nalUnit(32, videoParameters()),
    sequence: nalUnit(33, sequenceParameters(width, height, columns * BLOCK, rows * BLOCK)),
    picture: nalUnit(34, pictureParameters()),
    slice: nalUnit(19, sliceOf(columns, rows, levels)),
  };
}

class Bits {
  readonly bytes: number[] = [];
  #count = 0;

  /** u(n) */
  put(value: number, count: number): this {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      if (this.#count % 8 === 0) this.bytes.push(0);
      this.bytes[this.bytes.length - 1]! |= (Math.floor(value / 2 ** bit) % 2) << (7 - (this.#count % 8));
      this.#count += 1;
    }
    return this;
  }

  /** ue(v), one after the other */
  golomb(...values: readonly number[]): this {
    for (const value of values) {
      const length = 32 - Math.clz32(value + 1);
      this.put(0, length - 1).put(value + 1, length);
    }
    return this;
  }

  alignWithZeros(): this {
    while (this.#count % 8 !== 0) this.put(0, 1);
    return this;
  }

  /** The end of a parameter set: a one, then zeros. */
  end(): this {
    return this.put(1, 1).alignWithZeros();
  }
}

/** Two bytes of header, and a 3 wherever the content looks like the beginning of a unit (7.4.2). */
function nalUnit(type: number, content: Bits): Buffer {
  const bytes = [type << 1, 1];
  let zeros = 0;
  for (const byte of content.bytes) {
    if (zeros >= 2 && byte <= 3) {
      bytes.push(3);
      zeros = 0;
    }
    bytes.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Buffer.from(bytes);
}

function putProfile(bits: Bits): Bits {
  // Progressive frames only.
  return bits.put(PROFILE.idc, 8).put(PROFILE.compatibility, 32).put(0b1001, 4).put(0, 44).put(PROFILE.level, 8);
}

function videoParameters(): Bits {
  const bits = new Bits().put(0, 4).put(0b11, 2).put(0, 6).put(0, 3).put(1, 1).put(0xffff, 16);
  return putProfile(bits).put(1, 1).golomb(0, 0, 0).put(0, 6).golomb(0).put(0, 2).end();
}

function sequenceParameters(width: number, height: number, coded: number, codedHeight: number): Bits {
  const bits = putProfile(new Bits().put(0, 4).put(0, 3).put(1, 1)).golomb(0, 1, coded, codedHeight);
  // What is cut off right and below, in chroma samples.
  bits.put(1, 1).golomb(0, (coded - width) / 2, 0, (codedHeight - height) / 2);
  bits.golomb(0, 0, 4).put(1, 1).golomb(0, 0, 0);
  // Blocks of 16, transforms of 4 to 16 that are never used.
  bits.golomb(1, 0, 0, 2, 0, 0).put(0, 3);
  // I_PCM: 8 bits a sample, blocks of 16, no filter over them.
  bits.put(1, 1).put(7, 4).put(7, 4).golomb(1, 0).put(1, 1);
  return bits.golomb(0).put(0, 5).end();
}

function pictureParameters(): Bits {
  const bits = new Bits().golomb(0, 0).put(0, 7).golomb(0, 0, 0).put(0, 3).golomb(0, 0).put(0, 7);
  // Deblocking is off.
  return bits.put(0b101, 3).put(0, 2).golomb(0).put(0, 2).end();
}

/** The range of the less probable symbol in its fourth quarter, by state (9.3.4.3.2.2, table 9-52). */
const LESS_PROBABLE = [
  240, 227, 216, 205, 195, 185, 175, 166, 158, 150, 142, 135, 128, 122, 116, 110, 104, 99, 94, 89, 85, 80, 76, 72, 69,
  65, 62, 59, 56, 53, 50, 48, 45, 43, 41, 39, 37, 35, 33, 31, 30, 28, 27, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15,
  14, 14, 13, 12, 12, 11, 11, 10, 9,
] as const;

function sliceOf(
  columns: number,
  rows: number,
  levels: (x: number, y: number) => readonly [luma: number, blue: number, red: number],
): Bits {
  // First slice of an intra picture; then byte_alignment().
  const bits = new Bits().put(0b10, 2).golomb(0, 2, 0).end();
  let arithmetic = new Arithmetic(bits);
  for (let block = 0; block < columns * rows; block += 1) {
    // The block is one part: always the more probable symbol, whose state grows with every block.
    arithmetic.encodeProbable(LESS_PROBABLE[Math.min(block, LESS_PROBABLE.length - 1)]!);
    // pcm_flag
    arithmetic.terminate();
    bits.alignWithZeros();
    const [left, top] = [(block % columns) * BLOCK, Math.floor(block / columns) * BLOCK];
    for (const [plane, step] of [
      [0, 1],
      [1, 2],
      [2, 2],
    ] as const) {
      for (let y = 0; y < BLOCK; y += step) {
        for (let x = 0; x < BLOCK; x += step) bits.put(levels(left + x, top + y)[plane], 8);
      }
    }
    arithmetic = new Arithmetic(bits);
    // end_of_slice_segment_flag
    if (block === columns * rows - 1) arithmetic.terminate();
    else arithmetic.goOn();
  }
  return bits.alignWithZeros();
}

/** The arithmetic encoder (9.3.4), as far as blocks that are stored as they are need it. */
class Arithmetic {
  #low = 0;
  #range = 510;
  #outstanding = 0;
  #isFirst = true;

  constructor(readonly bits: Bits) {}

  encodeProbable(lessProbable: number): void {
    this.#range -= lessProbable;
    this.#renormalize();
  }

  goOn(): void {
    this.#range -= 2;
    this.#renormalize();
  }

  terminate(): void {
    this.#range -= 2;
    this.#low += this.#range;
    this.#range = 2;
    this.#renormalize();
    this.#put((this.#low >> 9) & 1);
    this.bits.put(((this.#low >> 7) & 3) | 1, 2);
  }

  #renormalize(): void {
    while (this.#range < 256) {
      if (this.#low < 256) this.#put(0);
      else if (this.#low >= 512) {
        this.#low -= 512;
        this.#put(1);
      } else {
        this.#low -= 256;
        this.#outstanding += 1;
      }
      this.#range <<= 1;
      this.#low <<= 1;
    }
  }

  #put(bit: number): void {
    if (this.#isFirst) this.#isFirst = false;
    else this.bits.put(bit, 1);
    for (; this.#outstanding > 0; this.#outstanding -= 1) this.bits.put(1 - bit, 1);
  }
}
