/**
 * What is wrong with a ZIP file. not-a-zip: other bytes. truncated: its end is missing. damaged: what it says of itself
 * does not fit together. unsupported: encrypted, split, ZIP64 or an unusual compression. too-many: entries.
 * bad-name: a name that may not be there, as one that leads out of a folder. duplicate: a name that is there twice.
 * too-large: claims more bytes than allowed. bomb: unpacks to far more than it weighs, or to other than it claims.
 * checksum: the bytes of an entry are not those that were packed.
 */
export type ZipFaultKind =
  | 'not-a-zip'
  | 'truncated'
  | 'damaged'
  | 'unsupported'
  | 'too-many'
  | 'bad-name'
  | 'duplicate'
  | 'too-large'
  | 'bomb'
  | 'checksum';

export interface ZipFault {
  readonly kind: ZipFaultKind;
  /** The entry, as the file names it. */
  readonly entry?: string;
}

/** What a ZIP file may hold; nothing is unpacked before all of it is known to be kept. */
export interface ZipLimits {
  readonly maxEntries: number;
  /** @returns the bytes that the entry of this name may unpack to; null when there may be none of this name */
  readonly maxBytes: (path: string) => number | null;
  /** The bytes of all entries together. */
  readonly maxTotalBytes: number;
  /** How many times its packed size an entry of more than `ratioFreeBytes` may unpack to. */
  readonly maxRatio: number;
  readonly ratioFreeBytes: number;
}

/** Bytes that can be read in pieces, such as a file on the disk. */
export interface ByteSource {
  readonly size: number;
  /** @returns the bytes from `start` to before `end` */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}
