import { IMAGE_FORMATS, type ImageFormatId } from '../../../contract/image-formats';

/** For the `accept` attribute: media types for phones, extensions for files whose type the system does not know. */
export const ACCEPTED_TYPES = IMAGE_FORMATS.flatMap((format) => [...format.mimeTypes, ...format.extensions]).join(',');

/** @returns the proper media type of a format, whatever the file claims to be */
export function mediaType(id: ImageFormatId): string {
  const format = IMAGE_FORMATS.find((row) => row.id === id);
  return format?.mimeTypes[0] ?? '';
}
