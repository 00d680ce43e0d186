import type { AcceptedImage } from '../contract/accepted-image';
import { formatOf, type ImageFormatId } from '../contract/image-formats';

const known = new Set<ImageFormatId>();

/** Whether this browser decodes the picture by itself. What only some browsers know is tried, until it worked once. */
export async function browserDecodes({ format, file }: Pick<AcceptedImage, 'file' | 'format'>): Promise<boolean> {
  const { decodedBy, isTriedInBrowser } = formatOf(format);
  if (decodedBy === 'browser' || decodedBy === 'page' || known.has(format)) return true;
  if (!isTriedInBrowser) return false;
  try {
    (await createImageBitmap(file)).close();
    known.add(format);
    return true;
  } catch {
    return false;
  }
}
