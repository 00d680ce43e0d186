// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AcceptedImage } from '../contract/accepted-image';
import { failed, success } from '../contract/result';
import { displayablePicture } from './displayable-picture';

const svg = (text: string, size?: AcceptedImage['declaredSize']): AcceptedImage => ({
  file: new File([text], 'drawing.svg', { type: 'image/svg+xml' }),
  format: 'svg',
  ...(size && { declaredSize: size }),
});

// jsdom has no text() of a file.
const text = (blob: Blob) =>
  new Promise((resolve) => {
    const reader = Object.assign(new FileReader(), { onload: () => resolve(reader.result) });
    reader.readAsText(blob);
  });
Blob.prototype.text = function (this: Blob) {
  return text(this) as Promise<string>;
};

afterEach(() => vi.restoreAllMocks());

describe('displayablePicture', () => {
  it('is the file itself where browsers show the format', async () => {
    const file = new File(['picture'], 'amount.png', { type: 'image/png' });
    expect(await displayablePicture({ file, format: 'png' })).toBe(file);
  });

  it('states the size of an SVG that states none', async () => {
    const shown = await displayablePicture(svg('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'));
    expect(shown.type).toBe('image/svg+xml');
    expect(await text(shown)).toMatch(/<svg [^>]*width="300" height="150"/);
  });

  it('refuses an SVG that is not well-formed', async () => {
    await expect(displayablePicture(svg('<svg xmlns="http://www.w3.org/2000/svg"><path'))).rejects.toThrow();
  });

  it('draws what no browser decodes from the pixels of its decoder', async () => {
    const image: AcceptedImage = { file: new File(['II*'], 'scan.tif'), format: 'png' };
    const pixels = { width: 2, height: 1, data: new Uint8ClampedArray(8), originalWidth: 2, originalHeight: 1 };
    const decode = vi.fn(async () => success(pixels));
    vi.stubGlobal('ImageData', class {});
    const png = new Blob([], { type: 'image/png' });
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((tell) => tell(png));
    expect(await displayablePicture(image, () => async () => decode)).toBe(png);
    expect(decode).toHaveBeenCalledWith(image);
    const damaged = async () => failed({ kind: 'undecodable' as const, detail: 'cut off' });
    await expect(displayablePicture(image, () => async () => damaged)).rejects.toThrow('cut off');
  });
});
