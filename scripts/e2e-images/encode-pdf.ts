import { deflateSync } from 'node:zlib';

export interface PdfPage {
  /** Gray levels, row by row. */
  readonly gray: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Of the page, in degrees clockwise. */
  readonly turn?: 0 | 90 | 180 | 270;
}

/** A PDF of scans, as a scanner writes it: each page is one picture at 200 dots an inch. */
export function encodePdf(pages: readonly PdfPage[]): Buffer {
  const objects: Buffer[] = [];
  // 1 is the catalog and 2 the list of pages; each page has three more: itself, what is drawn on it, and the picture.
  const numberOf = (page: number) => 3 + page * 3;
  objects.push(Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'));
  const kids = pages.map((_, page) => `${numberOf(page)} 0 R`).join(' ');
  objects.push(Buffer.from(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`));
  for (const [index, { gray, width, height, turn = 0 }] of pages.entries()) {
    const number = numberOf(index);
    const [points, pointsHigh] = [(width * 72) / 200, (height * 72) / 200];
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /Rotate ${turn} /MediaBox [0 0 ${points} ${pointsHigh}] /Contents ${number + 1} 0 R ` +
          `/Resources << /XObject << /Scan ${number + 2} 0 R >> >> >>`,
      ),
      stream('', Buffer.from(`q ${points} 0 0 ${pointsHigh} 0 0 cm /Scan Do Q`)),
      stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 ` +
          '/Filter /FlateDecode ',
        deflateSync(gray),
      ),
    );
  }
  return assembled(objects);
}

function stream(entries: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries}/Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

/** Header, numbered objects, the table of where they are, and the end. */
export function assembled(objects: readonly Buffer[], trailer = ''): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
