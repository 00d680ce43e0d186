import { describe, expect, it } from 'vitest';
import { LIMITS } from '../contract/limits';
import { acceptFile } from './accept-file';
import { SAMPLE_FILES } from './test-sample-files';

describe('acceptFile', () => {
  it('goes by the bytes, whatever the name and the type say', async () => {
    const bytes = SAMPLE_FILES.png.slice();
    const accepted = await acceptFile(new File([bytes], 'report.pdf', { type: 'application/pdf' }));
    const image = { file: expect.any(File), format: 'png', declaredSize: { width: 20, height: 10 } };
    expect(accepted).toEqual({ ok: true, value: { image, bytes } });
    expect(accepted).toMatchObject({ value: { image: { file: { name: 'report.pdf', type: 'image/png' } } } });
  });

  it('refuses an empty file', async () => {
    expect(await acceptFile(new File([], 'empty.png'))).toEqual({
      ok: false,
      failure: { kind: 'empty-file', fileName: 'empty.png' },
    });
  });

  it('refuses a renamed program and says what it is', async () => {
    const program = new File(['MZ\x90\0\x03\0\0\0\x04\0'], 'digits.png', { type: 'image/png' });
    expect(await acceptFile(program)).toEqual({
      ok: false,
      failure: { kind: 'unsupported-format', fileName: 'digits.png', foundFormat: 'windows-program' },
    });
  });

  it.each([
    ['a picture', 'huge.png', SAMPLE_FILES.png, { kind: 'too-large', detail: `${LIMITS.maxFileBytes + 1} bytes` }],
    [
      'a video',
      'clip.mp4',
      new TextEncoder().encode('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'),
      { kind: 'unsupported-format', foundFormat: 'mp4-or-quicktime-video' },
    ],
    ['unknown bytes', 'data.bin', Uint8Array.of(0, 255, 0, 255), { kind: 'too-large' }],
  ])('refuses %s over the size limit by its first bytes alone', async (_, name, start, failure) => {
    const huge = {
      name,
      size: LIMITS.maxFileBytes + 1,
      slice: () => new Blob([start]),
      arrayBuffer: () => Promise.reject(new Error('must not be read')),
    } as unknown as File;
    expect(await acceptFile(huge)).toMatchObject({ ok: false, failure: { ...failure, fileName: name } });
  });

  it('refuses a header that claims too many pixels before anything is decoded', async () => {
    const bytes = SAMPLE_FILES.png.slice();
    new DataView(bytes.buffer).setUint32(16, 60_000);
    new DataView(bytes.buffer).setUint32(20, 60_000);
    expect(await acceptFile(new File([bytes], 'bomb.png'))).toEqual({
      ok: false,
      failure: { kind: 'too-large', fileName: 'bomb.png', detail: '60000 x 60000 pixels' },
    });
  });

  it('hands an SVG on in UTF-8', async () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><svg width="2" height="1"><text>\u0667</text></svg>';
    const utf16 = Uint16Array.from(`\ufeff${text}`, (character) => character.charCodeAt(0));
    const accepted = await acceptFile(new File([utf16], 'drawing.svg'));
    expect(accepted).toMatchObject({ value: { image: { format: 'svg', declaredSize: { width: 2, height: 1 } } } });
    const { bytes, image } = (accepted as Extract<typeof accepted, { ok: true }>).value;
    expect(new TextDecoder().decode(bytes)).toBe(text.replace(' encoding="UTF-16"', ''));
    expect(await image.file.text()).toBe(text.replace(' encoding="UTF-16"', ''));
  });

  it('is not kept busy by a declaration of spaces', async () => {
    const text = `\ufeff<?xml ${' '.repeat(30_000)}?><svg/>`;
    const utf16 = Uint16Array.from(text, (character) => character.charCodeAt(0));
    const begin = performance.now();
    expect(await acceptFile(new File([utf16], 'drawing.svg'))).toMatchObject({ ok: true });
    expect(performance.now() - begin).toBeLessThan(500);
  });

  it('accepts a cut-off picture, for the decoder to judge', async () => {
    const bytes = SAMPLE_FILES.png.slice(0, 12);
    const accepted = await acceptFile(new File([bytes], 'cut.png'));
    expect(accepted).toMatchObject({ ok: true, value: { image: { format: 'png' } } });
  });

  it('reports a file that is gone since it was picked', async () => {
    const gone = {
      name: 'gone.png',
      size: 10,
      arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    } as unknown as File;
    expect(await acceptFile(gone)).toMatchObject({ ok: false, failure: { kind: 'undecodable', fileName: 'gone.png' } });
  });
});
