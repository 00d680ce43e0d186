import { IMAGE_FORMATS } from '../src/contract/image-formats';
import { expect, test } from './fixtures';
import { digitsOf, localPicture } from './local-data';
import { readSamples, sample } from './samples';

const KINDS = [
  ['a 28x28 MNIST picture', 'mnist-7.png'],
  ['a hand-drawn digit in the corner of a large white picture', 'digit-in-corner.png'],
  ['a photo that lies on its side by EXIF', 'turned-by-exif.jpg'],
  ['a phone photo', 'phone-photo.jpg'],
  ['chalk on a board', 'chalk-on-board.png'],
  ['ink on transparent paper', 'see-through-paper.png'],
  ['light ink on transparent paper', 'light-ink-on-nothing.png'],
  ['several lines', 'score-sheet.jpg'],
] as const;

for (const [kind, file] of KINDS) {
  test(`read ${kind}`, async ({ reader }) => {
    const { path, lines } = sample(file);
    await reader.open();
    expect(await reader.read(path)).toEqual(lines);
  });
}

test('read every format that is accepted', async ({ reader }) => {
  await reader.open();
  for (const { label, extensions } of IMAGE_FORMATS) {
    const found = readSamples().find(({ file, lines }) => file.endsWith(extensions[0]) && lines.length > 0);
    if (!found) throw new Error(`There is no sample in the format ${label}.`);
    expect((await reader.read(found.path)).join('').length, found.file).toBe(found.lines.join('').length);
  }
});

test('blank paper has no digits', async ({ reader }) => {
  await reader.open();
  expect(await reader.read(sample('blank-paper.png').path)).toEqual([]);
  await expect(reader.noDigits).toBeVisible();
});

const LOCAL = [
  ['a real cheque strip, never trained on', 'orand-car-a', 'a_car_000167.jpg'],
  ['a real phone photo of a number, never trained on', 'vshravan-photos', '02468_1.JPG'],
] as const;

for (const [kind, set, file] of LOCAL) {
  test(`read ${kind}`, async ({ reader }) => {
    const picture = localPicture(set, file);
    test.skip(!picture, `The data set ${set} is not on this machine (DATA_SETS names its folder).`);
    if (!picture) return;
    await reader.open();
    expect(digitsOf((await reader.read(picture.path)).join(''))).toBe(picture.label);
  });
}
