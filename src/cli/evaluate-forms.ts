import type { Box, PixelImage, Point } from '../contract/image';
import { success } from '../contract/result';
import { alignForm } from '../forms/align-form';
import type { FormField, FormTemplate } from '../forms/form-template';
import { formPrint } from '../forms/make-template';
import { printLevels } from '../forms/print-levels';
import { boxCorners } from '../imaging/box';
import { homography } from '../imaging/homography';
import { toGray } from '../imaging/luminance';
import { pageCorners } from '../imaging/page-corners';
import { warpedRows } from '../imaging/warp-pixels';
import { acceptFile } from '../intake/accept-file';
import type { Reader } from '../reading/reader';
import { readForm } from '../recognizer/read-form';
import type { FormSuite } from './evaluation-suite';
import type { WrittenCell } from './made-sets/cell-ink';
import { type FormLayout, filledForm, formLayout } from './made-sets/form-sheet';
import { FORM_PHOTOS, type FormPhoto, type FormPhotoKind, photographedForm } from './made-sets/photographed-form';
import { type SeededRandom, seededRandom } from './seeded-random';
import { limited } from './select-pictures';
import { type CountedPart, countedReport } from './suite-report';
import { openSource, type SourceOptions } from './suite-sources';

const FORMS_PER_KIND = 6;
/** Share of the area of field and cut together that they have in common. */
const CUT_RIGHT = 0.8;
/** Samples across and down by which two areas are compared. */
const SAMPLES = 80;

/** How the picture was taken that a template is made from: as the first kind of photo, but almost from above. */
const TEMPLATE_PHOTO: FormPhotoKind = {
  ...FORM_PHOTOS[0]!,
  name: 'template',
  turn: 3,
  corner: 0.03,
  around: [0.05, 0.1],
};

/**
 * Forms composed of real numbers, photographed in several ways; for each a template is made from a photo of another one that is filled
 * in, as a person makes it. What is right is the place of a field, or its number.
 */
export async function evaluateForms(row: FormSuite, reader: Reader, options: SourceOptions): Promise<object> {
  const sources = await Promise.all(row.cells.map((source) => openSource(source, { ...options, limit: undefined })));
  const sets = sources.map((pictures) =>
    pictures.filter(({ label }) => /^\d+$/.test(label)).map(({ label, open }): WrittenCell => ({ label, open })),
  );
  const parts: CountedPart[] = [];
  for (const kind of FORM_PHOTOS) {
    process.stderr.write(`${kind.name}\n`);
    const fields: MeasuredField[] = [];
    for (const index of limited([...Array(FORMS_PER_KIND).keys()], options.limit)) {
      const form = await madeForm(kind, sets, reader, seededRandom(`form ${kind.name} ${index}`));
      fields.push(...(row.asks === 'place' ? await placedFields(form, reader) : await readFields(form, reader)));
    }
    const right = fields.filter(({ isRight }) => isRight).length;
    const wrongSure = fields.filter(({ isRight, isSure }) => !isRight && isSure).length;
    parts.push({ name: kind.name, count: fields.length, right, wrongSure });
  }
  return { ...countedReport(parts), stage: row.stage };
}

interface MeasuredField {
  readonly isRight: boolean;
  readonly isSure: boolean;
}

interface MadeForm {
  readonly layout: FormLayout;
  readonly template: FormTemplate;
  readonly photo: FormPhoto;
  /** What is written in each field. */
  readonly labels: readonly string[];
}

async function madeForm(
  kind: FormPhotoKind,
  sets: readonly (readonly WrittenCell[])[],
  reader: Reader,
  random: SeededRandom,
): Promise<MadeForm> {
  const layout = await formLayout(random);
  const written = () => layout.boxes.map(() => random.pick(random.pick(sets)));
  const first = await photographedForm(await filledForm(layout, written(), random), layout, TEMPLATE_PHOTO, random);
  const cells = written();
  const photo = await photographedForm(await filledForm(layout, cells, random), layout, kind, random);
  const template = await madeTemplate(first, layout, reader);
  return { layout, template, photo, labels: cells.map(({ label }) => label) };
}

async function placedFields({ layout, template, photo }: MadeForm, reader: Reader): Promise<MeasuredField[]> {
  const alignment = alignForm(toGray(await pixelsOf(photo.file, reader)), printLevels(template));
  return template.fields.map(({ box }, index) => ({
    isRight: alignment.isFound && sharedArea(layout.boxes[index]!, alignment.cornersOf(box), photo) >= CUT_RIGHT,
    isSure: alignment.isFound,
  }));
}

async function readFields({ template, photo, labels }: MadeForm, reader: Reader): Promise<MeasuredField[]> {
  const accepted = await acceptFile(photo.file);
  const reading = accepted.ok ? await readForm(accepted.value.image, template, async () => success(reader)) : accepted;
  if (!reading.ok) throw new Error(reading.failure.kind);
  return labels.map((label, index) => {
    const { numbers = [], text = '' } = reading.value.fields[index]?.recognition ?? {};
    return {
      isRight: text.replace(/\D/g, '') === label,
      isSure: numbers.length > 0 && numbers.every(({ verdict }) => verdict === 'sure'),
    };
  });
}

async function pixelsOf(file: File, reader: Reader): Promise<PixelImage> {
  const accepted = await acceptFile(file);
  const decoded = accepted.ok ? await reader.decode(accepted.value.image) : accepted;
  if (!decoded.ok) throw new Error(decoded.failure.kind);
  return decoded.value;
}

/** As a person makes it: the page cut out by its corners, and a box drawn around each field. */
async function madeTemplate(photo: FormPhoto, layout: FormLayout, reader: Reader): Promise<FormTemplate> {
  const pixels = await pixelsOf(photo.file, reader);
  const corners = pageCorners(toGray(pixels)) ?? photo.corners;
  const { width, height } = layout;
  const data = new Uint8ClampedArray(width * height * 4);
  for (const rows of warpedRows(pixels, corners, { width, height, isInverted: false })) data.set(rows.data);
  const page = toGray({ width, height, data, originalWidth: width, originalHeight: height });
  const toPage = homography(corners, unitCorners());
  const fields = layout.boxes.map((box, index): FormField => {
    const seen = boxCorners(box).map((corner) => toPage(photo.toPhoto(corner)));
    const [xs, ys] = [seen.map(({ x }) => x).sort(ascending), seen.map(({ y }) => y).sort(ascending)];
    const [left, right] = [(xs[0]! + xs[1]!) / 2, (xs[2]! + xs[3]!) / 2];
    const [top, bottom] = [(ys[0]! + ys[1]!) / 2, (ys[2]! + ys[3]!) / 2];
    return {
      id: `${index}`,
      name: `${index}`,
      box: { x: left, y: top, width: right - left, height: bottom - top },
      expectation: { id: 'digits-only' },
    };
  });
  return { id: 'made', name: 'made', print: formPrint(page, fields), fields, rules: [] };
}

/** Area that the box on the sheet and the cut have in common, as a share of both together. */
function sharedArea(box: Box, cut: readonly Point[], { toSheet }: FormPhoto): number {
  const outline = cut.map(toSheet);
  const all = [...outline, ...boxCorners(box)];
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  let [both, either] = [0, 0];
  for (let at = 0; at < SAMPLES * SAMPLES; at++) {
    const x = left + (((at % SAMPLES) + 0.5) / SAMPLES) * width;
    const y = top + ((Math.floor(at / SAMPLES) + 0.5) / SAMPLES) * height;
    const isField = x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
    const isCut = outline.every((from, index) => {
      const to = outline[(index + 1) % outline.length]!;
      return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
    });
    if (isField && isCut) both += 1;
    if (isField || isCut) either += 1;
  }
  return both / Math.max(1, either);
}

function unitCorners(): Point[] {
  return boxCorners({ x: 0, y: 0, width: 1, height: 1 });
}

function ascending(a: number, b: number): number {
  return a - b;
}
