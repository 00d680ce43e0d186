import type { Caution } from '../../../contract/caution';
import type { PixelImage } from '../../../contract/image';
import { fits } from '../../../corrections/expectations';
import { brokenRules } from '../../../forms/check-rules';
import type { FormTemplate } from '../../../forms/form-template';
import { interpretNumber } from '../../../numbers/interpret-number';
import type { FormReading, ReadField } from '../../../recognizer/read-form';
import { applyCaution } from '../../work/queue/apply-caution';

/** What stands in one field of one form. */
export interface FormCell {
  readonly text: string;
  /** Whether the reader is not sure of it, and nobody has typed it. */
  readonly isDoubtful: boolean;
  /** Address of a picture of the field. */
  readonly cropUrl: string;
}

/** One form of a batch. */
export interface FormRow {
  readonly file: string;
  /** In the order of the template's fields; none where the picture does not show this form. */
  readonly cells: readonly FormCell[];
}

/** What is to be looked at in a cell. */
export type Deviation = 'missing' | 'doubtful' | 'sum';

const CROP_HEIGHT = 60;

export function formRow(file: string, { fields }: FormReading, caution: Caution): FormRow {
  return { file, cells: fields.map((field) => formCell(field, caution)) };
}

function formCell({ recognition, picture }: ReadField, caution: Caution): FormCell {
  const { numbers, text } = applyCaution(recognition, caution);
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    isDoubtful: numbers.some(({ verdict }) => verdict !== 'sure'),
    cropUrl: smallPicture(picture),
  };
}

/** What deviates in each cell of a row; null where nothing does. */
export function deviations({ cells }: FormRow, { fields, rules }: FormTemplate): (Deviation | null)[] {
  const fieldValue = (id: string) => {
    const at = fields.findIndex((field) => field.id === id);
    const text = cells[at]?.text.replace(/\s/g, '') ?? '';
    return interpretNumber(text, fields[at]?.expectation.convention ?? 'any').value;
  };
  const wrongTotals = new Set(brokenRules(rules, fieldValue).map(({ total }) => total));
  return cells.map(({ text, isDoubtful }, index) => {
    const field = fields[index];
    if (!field) return null;
    if (text === '') return 'missing';
    if (wrongTotals.has(field.id)) return 'sum';
    return isDoubtful || !fits(text.replace(/\s/g, ''), field.expectation) ? 'doubtful' : null;
  });
}

/** Small enough that hundreds of forms can be kept on a page. */
function smallPicture(picture: PixelImage): string {
  const full = document.createElement('canvas');
  showPixels(full, picture);
  const scale = Math.min(1, CROP_HEIGHT / picture.height);
  const small = document.createElement('canvas');
  small.width = Math.max(1, Math.round(picture.width * scale));
  small.height = Math.max(1, Math.round(picture.height * scale));
  small.getContext('2d')?.drawImage(full, 0, 0, small.width, small.height);
  return small.toDataURL('image/jpeg');
}

export function showPixels(canvas: HTMLCanvasElement, { width, height, data }: PixelImage): void {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width), 0, 0);
}
