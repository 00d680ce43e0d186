/** A picture in an icon file: where its bytes lie, and its size as the file's list has it. */
export interface IcoEntry {
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly end: number;
}

/** The pictures of a Windows icon, largest first: the one that browsers show. */
export function readIcoEntries(bytes: Uint8Array): readonly IcoEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.min(view.getUint16(4, true), Math.floor((bytes.length - 6) / 16));
  const entries = Array.from({ length: count }, (_, index): IcoEntry => {
    const at = 6 + index * 16;
    const start = view.getUint32(at + 12, true);
    // 256 does not fit into a byte and is written as 0.
    const [width, height] = [view.getUint8(at) || 256, view.getUint8(at + 1) || 256];
    return { width, height, start, end: start + view.getUint32(at + 8, true) };
  });
  const whole = entries.filter(({ start, end }) => start < end && end <= bytes.length);
  return whole.sort((a, b) => b.width * b.height - a.width * a.height);
}
