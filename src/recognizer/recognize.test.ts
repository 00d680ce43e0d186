import { expect, it, vi } from 'vitest';
import type { AcceptedImage } from '../contract/accepted-image';
import { success } from '../contract/result';
import { assembleRecognition } from '../reading/assemble-recognition';
import { readPage } from '../reading/read-page';
import { readUpright } from '../reading/read-upright';
import type { Reader } from '../reading/reader';
import { recognizePicture } from './recognize';

vi.mock('../reading/read-page', () => ({ readPage: vi.fn() }));
vi.mock('../reading/read-upright', () => ({ readUpright: vi.fn() }));
vi.mock('../reading/assemble-recognition', () => ({ assembleRecognition: vi.fn() }));

const PNG = { file: new File([], 'page.png') } as AcceptedImage;
const READER = {
  modelVersion: 'test',
  decode: async () => success({ width: 1, height: 1, data: new Uint8ClampedArray(4) }),
} as unknown as Reader;

it('tries no turn where the picture is to be read as it lies, and says so', async () => {
  const numbers = { rows: [], otherInk: [], tables: [] };
  vi.mocked(readPage).mockResolvedValue({ numbers });
  vi.mocked(readUpright).mockResolvedValue({ numbers, turn: 90 });
  vi.mocked(assembleRecognition).mockReturnValue({ text: '', tables: [] } as unknown as ReturnType<
    typeof assembleRecognition
  >);
  const open = async () => success(READER);

  const asItLies = await recognizePicture(PNG, open, { asItLies: true });
  expect(asItLies).toMatchObject({ ok: true, value: { asItLies: true } });
  expect(asItLies.ok && asItLies.value.turned).toBe(undefined);
  expect(readUpright).not.toHaveBeenCalled();

  const turned = await recognizePicture(PNG, open);
  expect(turned).toMatchObject({ ok: true, value: { turned: 90 } });
  expect(turned.ok && 'asItLies' in turned.value).toBe(false);
});
