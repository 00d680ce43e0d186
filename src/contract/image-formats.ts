/**
 * How a format is told from its first bytes; never from a file's name.
 *
 * - `bytes`: every part of one alternative stands at its offset; `text` holds one byte a character (Latin-1).
 * - `brand`: an ISO media file ('ftyp' box) that names one of the brands; an empty list takes every brand.
 * - `markup`: text whose first element, after byte order mark, XML declaration, comments and doctype, is one of `roots`.
 */
export type FormatSignature =
  | { readonly kind: 'bytes'; readonly anyOf: readonly (readonly SignaturePart[])[] }
  | { readonly kind: 'brand'; readonly brands: readonly string[] }
  | { readonly kind: 'markup'; readonly roots: readonly string[] };

export interface SignaturePart {
  readonly at: number;
  readonly text: string;
}

/** One row an accepted format. Another format is another row here, and a header reader in `intake/declared-size.ts`. */
export interface ImageFormat {
  readonly id: string;
  /** The format's own name, the same in every language. */
  readonly label: string;
  /** The first is the proper one, the others are seen in the wild. */
  readonly mimeTypes: readonly string[];
  /** With the dot, the usual one first. */
  readonly extensions: readonly string[];
  readonly signature: FormatSignature;
  /**
   * Who makes pixels of it. 'browser': every browser, in the page and in a worker. 'page': browsers too, but in the page
   * only. 'app': no browser, but a decoder of the app, a row in `decode/app-decoders.ts`. 'pages': nobody, for it is a document,
   * which is taken apart to pictures of its pages before anything else (`decode/open-document.ts`).
   */
  readonly decodedBy: 'browser' | 'page' | 'app' | 'pages';
  /** A file may have several pages, each of which is read as a picture of its own. */
  readonly hasPages?: boolean;
  /** Some browsers decode it, though not all: they are asked before the app's decoder is loaded. */
  readonly isTriedInBrowser?: boolean;
}

export function startsWith(...texts: readonly string[]): FormatSignature {
  return { kind: 'bytes', anyOf: texts.map((text) => [{ at: 0, text }]) };
}

export function riff(form: string): FormatSignature {
  return {
    kind: 'bytes',
    anyOf: [
      [
        { at: 0, text: 'RIFF' },
        { at: 8, text: form },
      ],
    ],
  };
}

/** What can be read. `accept=`, sniffing, messages, menus and tests iterate this table. */
export const IMAGE_FORMATS = [
  {
    id: 'png',
    label: 'PNG',
    mimeTypes: ['image/png', 'image/apng'],
    extensions: ['.png', '.apng'],
    signature: startsWith('\x89PNG\r\n\x1a\n'),
    decodedBy: 'browser',
  },
  {
    id: 'jpeg',
    label: 'JPEG',
    mimeTypes: ['image/jpeg', 'image/pjpeg'],
    extensions: ['.jpg', '.jpeg', '.jpe', '.jfif'],
    signature: startsWith('\xff\xd8\xff'),
    decodedBy: 'browser',
  },
  {
    id: 'webp',
    label: 'WebP',
    mimeTypes: ['image/webp'],
    extensions: ['.webp'],
    signature: riff('WEBP'),
    decodedBy: 'browser',
  },
  {
    id: 'gif',
    label: 'GIF',
    mimeTypes: ['image/gif'],
    extensions: ['.gif'],
    signature: startsWith('GIF87a', 'GIF89a'),
    decodedBy: 'browser',
  },
  {
    id: 'bmp',
    label: 'BMP',
    mimeTypes: ['image/bmp', 'image/x-ms-bmp'],
    extensions: ['.bmp', '.dib'],
    // 'BM' alone begins many texts; the size of the header that follows fits into one byte in every version.
    signature: {
      kind: 'bytes',
      anyOf: [
        [
          { at: 0, text: 'BM' },
          { at: 15, text: '\0\0\0' },
        ],
      ],
    },
    decodedBy: 'browser',
  },
  {
    id: 'ico',
    label: 'ICO',
    mimeTypes: ['image/x-icon', 'image/vnd.microsoft.icon'],
    extensions: ['.ico'],
    signature: startsWith('\0\0\x01\0'),
    decodedBy: 'browser',
  },
  {
    id: 'avif',
    label: 'AVIF',
    mimeTypes: ['image/avif'],
    extensions: ['.avif'],
    signature: { kind: 'brand', brands: ['avif', 'avis'] },
    decodedBy: 'browser',
  },
  {
    id: 'heic',
    label: 'HEIC',
    mimeTypes: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
    extensions: ['.heic', '.heif', '.hif'],
    signature: { kind: 'brand', brands: ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'] },
    decodedBy: 'app',
    isTriedInBrowser: true,
  },
  {
    id: 'tiff',
    label: 'TIFF',
    mimeTypes: ['image/tiff', 'image/tiff-fx'],
    extensions: ['.tif', '.tiff'],
    // The last two are BigTIFF.
    signature: startsWith('II*\0', 'MM\0*', 'II+\0', 'MM\0+'),
    decodedBy: 'app',
    hasPages: true,
  },
  {
    id: 'svg',
    label: 'SVG',
    mimeTypes: ['image/svg+xml'],
    extensions: ['.svg'],
    signature: { kind: 'markup', roots: ['svg'] },
    decodedBy: 'page',
  },
  {
    id: 'pdf',
    label: 'PDF',
    mimeTypes: ['application/pdf'],
    extensions: ['.pdf'],
    signature: startsWith('%PDF-'),
    decodedBy: 'pages',
    hasPages: true,
  },
] as const satisfies readonly ImageFormat[];

export type ImageFormatId = (typeof IMAGE_FORMATS)[number]['id'];

export function formatOf(id: ImageFormatId): ImageFormat {
  return IMAGE_FORMATS.find((format) => format.id === id)!;
}

/** The media type of a format, whatever the file claims to be. */
export function mediaType(id: ImageFormatId): string {
  return formatOf(id).mimeTypes[0]!;
}
