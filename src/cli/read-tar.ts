const BLOCK = 512;

/**
 * The files of an uncompressed tar archive (POSIX ustar, with GNU and pax long names) by their path, without a leading
 * './'. Links and folders are left out.
 *
 * @throws when the archive is cut off
 */
export function readTar(bytes: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let longName: string | undefined;
  for (let offset = 0; offset + BLOCK <= bytes.length && bytes[offset] !== 0; ) {
    const header = bytes.subarray(offset, offset + BLOCK);
    const size = Number.parseInt(text(header, 124, 12), 8) || 0;
    const content = bytes.subarray(offset + BLOCK, offset + BLOCK + size);
    if (content.length < size) throw new Error('the tar archive is cut off');
    const type = String.fromCharCode(header[156]!);
    if (type === 'L') longName = text(content, 0, size);
    else if (type === 'x') longName = paxPath(content) ?? longName;
    else {
      if (type === '0' || type === '\0') files.set((longName ?? headerName(header)).replace(/^\.\//, ''), content);
      longName = undefined;
    }
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function headerName(header: Uint8Array): string {
  const name = text(header, 0, 100);
  const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : '';
  return prefix ? `${prefix}/${name}` : name;
}

function paxPath(content: Uint8Array): string | undefined {
  return /^\d+ path=(.*)$/m.exec(text(content, 0, content.length))?.[1];
}

function text(bytes: Uint8Array, offset: number, length: number): string {
  const field = bytes.subarray(offset, offset + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}
