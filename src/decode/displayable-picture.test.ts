// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AcceptedImage } from '../contract/accepted-image';
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

afterEach(() => vi.unstubAllGlobals());

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

  it('states the size once, behind a prolog, and leaves the rest alone', async () => {
    const text = `<?xml version="1.0"?><!-- <svg> --><svg xmlns="http://www.w3.org/2000/svg" width="9" id='a>b' height="2em"><g width="3"/></svg>`;
    const shown = await (await displayablePicture(svg(text, { width: 9, height: 32 }))).text();
    expect(shown).toBe(
      `<?xml version="1.0"?><!-- <svg> --><svg width="9" height="32" xmlns="http://www.w3.org/2000/svg" id='a>b'><g width="3"/></svg>`,
    );
  });

  it('refuses an SVG that is not well-formed', async () => {
    await expect(displayablePicture(svg('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0'))).rejects.toThrow();
  });

  it('is a PNG made once, in a worker of its own, where no browser decodes the format', async () => {
    const png = new Blob([], { type: 'image/png' });
    const workers: FakeWorker[] = [];
    vi.stubGlobal(
      'Worker',
      class extends FakeWorker {
        constructor() {
          super({ png });
          workers.push(this);
        }
      },
    );
    const image: AcceptedImage = { file: new File(['II*'], 'scan.tif'), format: 'tiff' };
    expect(await displayablePicture(image)).toBe(png);
    expect(await displayablePicture(image)).toBe(png);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
  });

  it('says why a picture that no browser decodes cannot be shown', async () => {
    vi.stubGlobal(
      'Worker',
      class extends FakeWorker {
        constructor() {
          super({ detail: 'cut off' });
        }
      },
    );
    const image: AcceptedImage = { file: new File(['II*'], 'scan.tif'), format: 'tiff' };
    await expect(displayablePicture(image)).rejects.toThrow('cut off');
  });
});

/** Answers the first message. */
class FakeWorker {
  isEnded = false;
  #tell: ((event: { data: object }) => void) | undefined;

  constructor(readonly answer: object) {}

  addEventListener(type: string, tell: (event: { data: object }) => void): void {
    if (type === 'message') this.#tell = tell;
  }

  postMessage(): void {
    queueMicrotask(() => this.#tell?.({ data: this.answer }));
  }

  terminate(): void {
    this.isEnded = true;
  }
}
