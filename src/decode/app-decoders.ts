import type { DecodeImage } from '../contract/accepted-image';
import type { IMAGE_FORMATS, ImageFormatId } from '../contract/image-formats';
import type { DecoderHost } from './decoder-host';

/** Loads a decoder with the first picture that needs it. */
export type LoadDecoder = (host: DecoderHost) => Promise<DecodeImage>;
type AppDecodedId = Extract<(typeof IMAGE_FORMATS)[number], { readonly decodedBy: 'app' }>['id'];

/** One row for each format that no browser decodes. They run in workers and in Node as well, so none touches the page. */
const APP_DECODERS: Readonly<Record<AppDecodedId, LoadDecoder>> = {
  heic: async (host) => (await import('./decode-heic')).heicDecoder(host),
  tiff: async (host) => (await import('./decode-tiff')).tiffDecoder(host),
};

/** The app's own decoder of a format; `undefined` for those that browsers decode. */
export function appDecoderOf(format: ImageFormatId): LoadDecoder | undefined {
  return (APP_DECODERS as Partial<Record<ImageFormatId, LoadDecoder>>)[format];
}
