import type { PixelImage } from './image';
import type { ImageFormatId } from './image-formats';
import type { Result } from './result';

/** Width and height in pixels as a picture's header claims them, before any EXIF rotation; both positive. */
export interface DeclaredSize {
  readonly width: number;
  readonly height: number;
  /** True when EXIF asks for a quarter turn: the upright picture has the two sides swapped. */
  readonly isTurned?: boolean;
}

/** A file that is known by its bytes to be a picture in an accepted format; it may still turn out to be damaged. */
export interface AcceptedImage {
  readonly fileName: string;
  readonly format: ImageFormatId;
  /** The whole file; an SVG always in UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Absent when the header does not say or is damaged. */
  readonly declaredSize?: DeclaredSize;
}

/**
 * Makes upright pixels of an accepted picture: EXIF orientation applied, alpha laid over white, sRGB, the first frame
 * of an animation, shrunk to `LIMITS.maxDecodedPixels`. A picture that cannot be decoded is 'undecodable'.
 */
export type DecodeImage = (image: AcceptedImage) => Promise<Result<PixelImage>>;
