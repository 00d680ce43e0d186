import { crc32 } from '../../src/archive/crc32';
import type { SeededRandom } from '../../src/cli/seeded-random';
import { type Chunk, pngChunks, readChunks } from './chunks';

type Bytes = Uint8Array<ArrayBuffer>;
/** @param other another file of the corpus, in the same format where there is one */
type Mutation = (bytes: Bytes, random: SeededRandom, other: Bytes) => Bytes;

/** Numbers at which counting, allocating and comparing go wrong. */
const EDGES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff];
const MOST_MUTATIONS = 4;
/** Share of mutated PNGs whose checksums are right again: the others end at the first checksum. */
const MENDED_SHARE = 0.7;

/** Anywhere in the file. */
const BLIND: readonly Mutation[] = [
  (bytes, random) => {
    for (let left = random.integer(1, 17); left > 0; left -= 1) {
      bytes[random.integer(0, bytes.length)]! ^= 1 << random.integer(0, 8);
    }
    return bytes;
  },
  (bytes, random) => {
    const [start, end] = range(bytes, random);
    for (let at = start; at < end; at += 1) bytes[at] = random.integer(0, 256);
    return bytes;
  },
  (bytes, random) => writeEdge(bytes, random, random.integer(0, bytes.length)),
  (bytes, random) => bytes.slice(0, random.integer(0, bytes.length)),
  (bytes, random) => {
    const [start, end] = range(bytes, random);
    return joined(bytes.subarray(0, start), bytes.subarray(end));
  },
  (bytes, random, other) => {
    const [start, end] = range(other, random);
    const at = random.integer(0, bytes.length);
    return joined(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at));
  },
];

/** Along the structure of the file. */
const STRUCTURED: readonly ((bytes: Bytes, chunk: Chunk, random: SeededRandom, other: Bytes) => Bytes)[] = [
  (bytes, { start, end }) => joined(bytes.subarray(0, start), bytes.subarray(end)),
  (bytes, { start, end }, random) => {
    const copies = Array.from({ length: random.integer(2, 6) }, () => bytes.subarray(start, end));
    return joined(bytes.subarray(0, start), ...copies, bytes.subarray(end));
  },
  (bytes, { start, end }, random) => {
    const other = random.pick(readChunks(bytes));
    if (other.start < end) return bytes;
    const between = bytes.subarray(end, other.start);
    const turned = [bytes.subarray(other.start, other.end), between, bytes.subarray(start, end)];
    return joined(bytes.subarray(0, start), ...turned, bytes.subarray(other.end));
  },
  (bytes, { length, start }, random) => {
    if (!length) return writeEdge(bytes, random, start);
    const view = new DataView(bytes.buffer);
    const { at, isLittleEndian } = length;
    const value = random.uniform() < 0.5 ? random.pick(EDGES) : random.integer(0, 2 ** random.integer(1, 32));
    if (length.bytes === 2) view.setUint16(at, value & 0xffff, isLittleEndian);
    else view.setUint32(at, value, isLittleEndian);
    return bytes;
  },
  (bytes, { start, end }, random) => writeEdge(bytes, random, random.integer(start, end)),
  (bytes, { start, end }, random, other) => {
    const foreign = readChunks(other);
    if (foreign.length === 0) return bytes;
    const taken = random.pick(foreign);
    return joined(bytes.subarray(0, start), other.subarray(taken.start, taken.end), bytes.subarray(end));
  },
];

/** A damaged copy of a file; the same for the same state of `random`. */
export function mutate(file: Bytes, random: SeededRandom, other: Bytes): Bytes {
  let bytes = file.slice();
  // Few more often than many: what is torn to pieces is refused at the first look.
  for (
    let left = Math.ceil(random.uniform() * random.uniform() * MOST_MUTATIONS);
    left > 0 && bytes.length > 0;
    left -= 1
  ) {
    const chunks = readChunks(bytes);
    bytes =
      chunks.length > 0 && random.uniform() < 0.6
        ? random.pick(STRUCTURED)(bytes, random.pick(chunks), random, other)
        : random.pick(BLIND)(bytes, random, other);
  }
  if (bytes[0] === 0x89 && random.uniform() < MENDED_SHARE) mendChecksums(bytes);
  return bytes;
}

function range(bytes: Uint8Array, random: SeededRandom): readonly [start: number, end: number] {
  const start = random.integer(0, bytes.length);
  const most = Math.max(2, bytes.length >> 3);
  return [start, Math.min(bytes.length, start + random.integer(1, Math.min(most, 2 ** random.integer(1, 12))))];
}

function writeEdge(bytes: Bytes, random: SeededRandom, at: number): Bytes {
  const view = new DataView(bytes.buffer);
  const [value, isLittleEndian] = [random.pick(EDGES), random.uniform() < 0.5];
  const length = random.pick([1, 2, 4]);
  if (at + length > bytes.length || length === 1) bytes[at] = value;
  else if (length === 2) view.setUint16(at, value & 0xffff, isLittleEndian);
  else view.setUint32(at, value, isLittleEndian);
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function mendChecksums(bytes: Bytes): void {
  const view = new DataView(bytes.buffer);
  for (const { start, end } of pngChunks(bytes, view)) {
    if (end <= bytes.length) view.setUint32(end - 4, crc32(bytes.subarray(start + 4, end - 4)));
  }
}
