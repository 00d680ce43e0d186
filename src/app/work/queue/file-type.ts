import { IMAGE_FORMATS } from '../../../contract/image-formats';

/** For the `accept` attribute: media types for phones, extensions for files whose type the system does not know. */
export const ACCEPTED_TYPES = IMAGE_FORMATS.flatMap((format) => [...format.mimeTypes, ...format.extensions]).join(',');
