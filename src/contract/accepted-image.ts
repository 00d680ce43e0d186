import type { PixelImage } from './image';
import type { ImageFormatId } from './image-formats';
import type { Result } from './result';

declare global {
  /** The `File` of browsers and Node. The floors that know neither hand it on, and know of it what failures say. */
  interface File {
    readonly name: string;
  }
}

/** Width and height in pixels as a picture's header claims them, before any EXIF rotation; both positive. */
export interface DeclaredSize {
  readonly width: number;
  readonly height: number;
  /** True when EXIF asks for a quarter turn: the upright picture has the two sides swapped. */
  readonly isTurned?: boolean;
}

/**
 * A file that is known by its bytes to be a picture in an accepted format; it may still turn out to be damaged. Made
 * once, where the file comes in, and handed on to everybody who works with the picture, the worker included.
 */
export interface AcceptedImage {
  /** Under its own name, with the media type of its format; an SVG always in UTF-8. */
  readonly file: File;
  readonly format: ImageFormatId;
  /** Absent when the header does not say or is damaged. */
  readonly declaredSize?: DeclaredSize;
  /** Which page of the file, 0 for the first; absent: the first. */
  readonly page?: number;
}

/**
 * Makes upright pixels of an accepted picture: EXIF orientation applied, alpha laid over white, sRGB, the first frame
 * of an animation, shrunk to `LIMITS.maxDecodedPixels`. A picture that cannot be decoded is 'undecodable'.
 */
export type DecodeImage = (image: AcceptedImage) => Promise<Result<PixelImage>>;
