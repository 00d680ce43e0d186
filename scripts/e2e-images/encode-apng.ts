import { deflateSync } from 'node:zlib';
import { crc32 } from '../../src/archive/crc32';

/** An animated PNG (PNG third edition, 11.3.6) of RGB frames of one size, a second each. */
export function encodeApng(frames: readonly Uint8Array[], width: number, height: number): Buffer {
  let sequence = 0;
  const chunks = frames.flatMap((rgb, index) => {
    const control = chunk(
      'fcTL',
      Buffer.concat([uint32(sequence++, width, height, 0, 0), Buffer.of(0, 1, 0, 1), Buffer.of(0, 0)]),
    );
    const packed = deflateSync(filtered(rgb, width, height));
    return [control, index === 0 ? chunk('IDAT', packed) : chunk('fdAT', Buffer.concat([uint32(sequence++), packed]))];
  });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([uint32(width, height), Buffer.of(8, 2, 0, 0, 0)])),
    chunk('acTL', uint32(frames.length, 0)),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row behind a 0: not filtered. */
function filtered(rgb: Uint8Array, width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  return rows;
}

function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value, index * 4);
  });
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
}
