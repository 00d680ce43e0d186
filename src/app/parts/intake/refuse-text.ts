import { loadWords, t } from '../../base/i18n/i18n';
import type { GivenText } from './given-text';
import { parseInert } from './parse-inert';

/** What somebody gave that is no picture; the words are the messages `given.<kind>`. */
export type GivenKind = 'text' | 'link' | 'address';

const PICTURE_DATA = /^data:(image\/[\w.+-]+);base64,([\w+/=\s]+)$/;

/** The pictures in what was given; without any, the words that say what to do instead. */
export async function refuseText(
  given: GivenText,
): Promise<{ readonly files: readonly File[] } | { readonly words: string }> {
  const files = picturesIn(given);
  if (files.length > 0) return { files };
  await loadWords('intake');
  return { words: t(`given.${kindOf(given)}`) };
}

/** The pictures whose data stand in the markup itself. Nothing is asked of any address. */
export function picturesIn({ html }: GivenText): readonly File[] {
  return imagesOf(html).flatMap(({ src }) => {
    const [, type, data] = src.match(PICTURE_DATA) ?? [];
    const bytes = type && data ? bytesOf(data) : null;
    return bytes ? [new File([bytes], `picture.${type!.slice('image/'.length)}`, { type: type! })] : [];
  });
}

/** An address of a picture, a link, or plain text. */
export function kindOf({ html, addresses, text }: GivenText): GivenKind {
  if (imagesOf(html).length > 0) return 'address';
  return addresses !== '' || /^\s*(https?|ftp|file):\S+\s*$/i.test(text) ? 'link' : 'text';
}

function imagesOf(html: string): readonly HTMLImageElement[] {
  return html === '' ? [] : [...parseInert(html).querySelectorAll('img')];
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
