/** A field of a directory: all values as LONG, or bytes that are put behind it. */
type TiffField = readonly [tag: number, values: readonly number[] | Uint8Array];

/** Writes a TIFF file of pages, each with its fields and its strips. */
export function writeTiff(
  pages: readonly { readonly fields: readonly TiffField[]; readonly strips: readonly Uint8Array[] }[],
  isLittleEndian = true,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array): number => {
    const at = length;
    parts.push(part);
    length += part.length;
    if (length % 2) add(new Uint8Array(1));
    return at;
  };
  const longs = (...values: number[]): Uint8Array => {
    const view = new DataView(new ArrayBuffer(values.length * 4));
    for (const [index, value] of values.entries()) view.setUint32(index * 4, value, isLittleEndian);
    return new Uint8Array(view.buffer);
  };
  const header = new Uint8Array(8);
  header.set(isLittleEndian ? [0x49, 0x49, 42, 0] : [0x4d, 0x4d, 0, 42]);
  add(header);
  let link: { readonly bytes: Uint8Array; readonly at: number } = { bytes: header, at: 4 };
  for (const { fields, strips } of pages) {
    const offsets = strips.map(add);
    const all: TiffField[] = [...fields, [273, offsets], [279, strips.map((strip) => strip.length)]];
    const directory = new Uint8Array(2 + all.length * 12 + 4);
    const view = new DataView(directory.buffer);
    view.setUint16(0, all.length, isLittleEndian);
    for (const [index, [tag, values]] of all.toSorted(([a], [b]) => a - b).entries()) {
      const isBytes = values instanceof Uint8Array;
      const bytes = isBytes ? values : longs(...values);
      view.setUint16(2 + index * 12, tag, isLittleEndian);
      view.setUint16(4 + index * 12, isBytes ? 7 : 4, isLittleEndian);
      view.setUint32(6 + index * 12, values.length, isLittleEndian);
      if (bytes.length <= 4) directory.set(bytes, 10 + index * 12);
      else view.setUint32(10 + index * 12, add(bytes), isLittleEndian);
    }
    link.bytes.set(longs(add(directory)), link.at);
    link = { bytes: directory, at: directory.length - 4 };
  }
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** Fields of a page of gray pixels, 8 bits each. */
export function grayFields(width: number, height: number, more: readonly TiffField[] = []): readonly TiffField[] {
  const fields = new Map<number, TiffField[1]>([
    [256, [width]],
    [257, [height]],
    [258, [8]],
    [259, [1]],
    [262, [1]],
    [277, [1]],
    [278, [height]],
    ...more,
  ]);
  return [...fields];
}
