import { skipProlog } from '../containers/markup-prolog';

/** CSS pixels a unit (CSS Values 4, 6.2); `em` and `ex` at the initial font size. */
const PIXELS_PER_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: 16,
  ex: 8,
};

/** What browsers give a picture that says nothing about its size (CSS 2.2, 10.3.2). */
const DEFAULT_SIZE = { width: 300, height: 150 };

/**
 * Size in pixels at which an SVG is drawn: its `width` and `height`; where one is missing or in percent, the `viewBox`
 * fills in; otherwise 300 x 150. Rounded, at least 1.
 *
 * @param text the file, or at least its root element
 */
export function readSvgSize(text: string): { readonly width: number; readonly height: number } {
  const root = /^<(?:[\w.-]+:)?svg\b((?:[^>"']|"[^"]*"|'[^']*')*)>/i.exec(skipProlog(text))?.[1] ?? '';
  const width = readLength(attribute(root, 'width'));
  const height = readLength(attribute(root, 'height'));
  const box = readViewBox(attribute(root, 'viewBox'));
  const ratio = box ? box.width / box.height : DEFAULT_SIZE.width / DEFAULT_SIZE.height;
  if (width !== undefined) return rounded(width, height ?? width / ratio);
  if (height !== undefined) return rounded(height * ratio, height);
  return box ? rounded(box.width, box.height) : DEFAULT_SIZE;
}

function rounded(width: number, height: number) {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

function attribute(root: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root);
  return match?.[1] ?? match?.[2];
}

function readLength(text: string | undefined): number | undefined {
  // No two parts that could take the same characters: long nonsense would be tried in all divisions.
  const match = /^\+?((?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)$/i.exec(text?.trim() ?? '');
  const scale = PIXELS_PER_UNIT[match?.[2]?.toLowerCase() ?? '?'];
  const value = Number(match?.[1]) * (scale ?? Number.NaN);
  return value > 0 ? value : undefined;
}

function readViewBox(text: string | undefined): { readonly width: number; readonly height: number } | undefined {
  const [, , width = 0, height = 0] = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 ? { width, height } : undefined;
}
