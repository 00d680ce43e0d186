import { encodeHevcStill, PROFILE } from './hevc-still';

export interface HeicOptions {
  /** Quarter turns against the clock that the reader has to make ('irot'). */
  readonly turns?: number;
  /** Left and right are to be exchanged after that ('imir'). */
  readonly isMirrored?: boolean;
}

/** A HEIC file (ISO/IEC 23008-12) of RGB pixels with one picture, stored as it is; width and height are even. */
export function encodeHeic(rgb: Uint8Array, width: number, height: number, options: HeicOptions = {}): Buffer {
  const still = encodeHevcStill(width, height, (x, y) => {
    const at = (Math.min(y, height - 1) * width + Math.min(x, width - 1)) * 3;
    return yCbCr(rgb[at]!, rgb[at + 1]!, rgb[at + 2]!);
  });
  const { turns = 0, isMirrored = false } = options;
  const properties = [
    box('hvcC', hevcConfiguration(still)),
    fullBox('ispe', uint32(width), uint32(height)),
    // BT.601 in full range.
    box('colr', Buffer.from('nclx'), uint16(1), uint16(13), uint16(6), Buffer.of(0x80)),
    ...(turns ? [box('irot', Buffer.of(turns))] : []),
    ...(isMirrored ? [box('imir', Buffer.of(1))] : []),
  ];
  const data = Buffer.concat([uint32(still.slice.length), still.slice]);
  const fileType = box('ftyp', Buffer.from('heic'), uint32(0), Buffer.from('mif1heic'));
  const meta = (dataAt: number) =>
    fullBox(
      'meta',
      fullBox('hdlr', uint32(0), Buffer.from('pict'), Buffer.alloc(13)),
      fullBox('pitm', uint16(1)),
      // One item, one extent, offsets and lengths of four bytes.
      fullBox('iloc', uint16(0x4400), uint16(1), uint16(1), uint16(0), uint16(1), uint32(dataAt), uint32(data.length)),
      fullBox('iinf', uint16(1), box('infe', uint32(0x02000000), uint16(1), uint16(0), Buffer.from('hvc1\0'))),
      box(
        'iprp',
        box('ipco', ...properties),
        // Every property belongs to the item, and must be understood.
        fullBox(
          'ipma',
          uint32(1),
          uint16(1),
          Buffer.of(properties.length, ...properties.map((_, index) => 0x81 + index)),
        ),
      ),
    );
  const dataAt = fileType.length + meta(0).length + 8;
  return Buffer.concat([fileType, meta(dataAt), box('mdat', data)]);
}

function yCbCr(red: number, green: number, blue: number) {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  return [luma, 128 + (blue - luma) * 0.564, 128 + (red - luma) * 0.713].map((level) =>
    Math.max(0, Math.min(255, Math.round(level))),
  ) as [number, number, number];
}

function hevcConfiguration({ video, sequence, picture }: ReturnType<typeof encodeHevcStill>): Buffer {
  const sets = (
    [
      [32, video],
      [33, sequence],
      [34, picture],
    ] as const
  ).map(([type, set]) => Buffer.concat([Buffer.of(0x80 | type), uint16(1), uint16(set.length), set]));
  return Buffer.concat([
    Buffer.of(1, PROFILE.idc),
    uint32(PROFILE.compatibility),
    Buffer.of(0x90, 0, 0, 0, 0, 0, PROFILE.level),
    uint16(0xf000),
    Buffer.of(0xfc, 0xfd, 0xf8, 0xf8, 0, 0, 0x0f, sets.length),
    ...sets,
  ]);
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([uint32(content.length + 8), Buffer.from(type), content]);
}

function fullBox(type: string, ...parts: readonly Buffer[]): Buffer {
  return box(type, uint32(0), ...parts);
}

function uint16(value: number): Buffer {
  return Buffer.of(value >> 8, value & 0xff);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
