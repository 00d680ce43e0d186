import { type FormatSignature, riff, startsWith } from './image-formats';

/** A format that is recognized only to tell a person what the refused file seems to be. */
export interface ForeignFormat {
  /** Its words are the message `failure.format.<id>`. */
  readonly id: string;
  readonly signature: FormatSignature;
}

/** Asked in this order, after `IMAGE_FORMATS`; the narrower row stands before the wider one. */
export const FOREIGN_FORMATS: readonly ForeignFormat[] = [
  { id: 'jpeg-xl-image', signature: startsWith('\xff\x0a', '\0\0\0\x0cJXL \r\n') },
  { id: 'jpeg-2000-image', signature: startsWith('\0\0\0\x0cjP  \r\n', '\xff\x4f\xff\x51') },
  { id: 'photoshop-document', signature: startsWith('8BPS') },
  { id: 'gimp-image', signature: startsWith('gimp xcf') },
  { id: 'mp4-or-quicktime-video', signature: { kind: 'brand', brands: [] } },
  { id: 'matroska-or-webm-video', signature: startsWith('\x1aE\xdf\xa3') },
  { id: 'avi-video', signature: riff('AVI ') },
  { id: 'wav-sound', signature: riff('WAVE') },
  { id: 'mp3-sound', signature: startsWith('ID3', '\xff\xfb', '\xff\xf3', '\xff\xf2') },
  { id: 'ogg-sound-or-video', signature: startsWith('OggS') },
  { id: 'flac-sound', signature: startsWith('fLaC') },
  { id: 'zip-archive-or-office-document', signature: startsWith('PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08') },
  { id: 'old-office-document', signature: startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') },
  { id: 'rar-archive', signature: startsWith('Rar!\x1a\x07') },
  { id: '7-zip-archive', signature: startsWith('7z\xbc\xaf\x27\x1c') },
  { id: 'gzip-archive', signature: startsWith('\x1f\x8b') },
  { id: 'xz-archive', signature: startsWith('\xfd7zXZ\0') },
  { id: 'zstandard-archive', signature: startsWith('\x28\xb5\x2f\xfd') },
  { id: 'bzip2-archive', signature: startsWith('BZh') },
  { id: 'tar-archive', signature: { kind: 'bytes', anyOf: [[{ at: 257, text: 'ustar' }]] } },
  { id: 'windows-program', signature: startsWith('MZ') },
  { id: 'linux-program', signature: startsWith('\x7fELF') },
  { id: 'macos-program', signature: startsWith('\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '\xca\xfe\xba\xbe') },
  { id: 'webassembly-module', signature: startsWith('\0asm') },
  { id: 'sqlite-database', signature: startsWith('SQLite format 3\0') },
  { id: 'postscript-document', signature: startsWith('%!PS') },
  { id: 'rtf-document', signature: startsWith('{\\rtf') },
  { id: 'script', signature: startsWith('#!') },
  { id: 'web-page-html', signature: { kind: 'markup', roots: ['html', 'head', 'body'] } },
];
