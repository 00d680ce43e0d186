/** Limits on what a person may hand in; messages, the home page and tests read them here. */
export const LIMITS = {
  /** Larger files are refused before they are read. */
  maxFileBytes: 100 * 1024 * 1024,
  /** Pictures that claim more pixels are refused before they are decoded (a decompression bomb). */
  maxSourcePixels: 300_000_000,
  /** Larger pictures are shrunk to this while decoding; iOS canvases turn black above 16.7 million. */
  maxDecodedPixels: 16_000_000,
  /** Documents with more pages than these are read only after asking which. */
  pagesUnasked: 10,
  /** Pages of a document that may be chosen at once. */
  pagesAtOnce: 200,
} as const;
