import type { AcceptedImage } from '../contract/accepted-image';
import type { CancelSignal } from '../contract/cancel';
import type { ScriptChoice } from '../contract/numeral-scripts';
import type { Recognition } from '../contract/recognition';
import { failed, type Result, success } from '../contract/result';
import { alignForm } from '../forms/align-form';
import { type CutField, cutField } from '../forms/cut-field';
import type { FormTemplate } from '../forms/form-template';
import { printLevels } from '../forms/print-levels';
import { toGray } from '../imaging/luminance';
import type { Reader } from '../reading/reader';
import { recognizePicture } from './recognize';

export interface ReadField extends CutField {
  /** Id of the field in the template. */
  readonly id: string;
  readonly recognition: Recognition;
}

/** What stands in a filled form. */
export interface FormReading {
  /** Whether the picture shows this form at all; nothing is read where it does not. */
  readonly isFound: boolean;
  /** How well its print agrees with the template's, -1..1. */
  readonly agreement: number;
  /** In the order of the template. */
  readonly fields: readonly ReadField[];
}

/**
 * Finds a form in a picture and reads its fields, each as a picture of its own with what is expected there.
 *
 * @throws the signal's reason when it is aborted; `BackendLostError` when the backend dies
 */
export async function readForm(
  image: AcceptedImage,
  template: FormTemplate,
  openReader: () => Promise<Result<Reader>>,
  { script, signal }: { readonly script?: ScriptChoice | undefined; readonly signal?: CancelSignal | undefined } = {},
): Promise<Result<FormReading>> {
  const opened = await openReader();
  if (!opened.ok) return failed({ ...opened.failure, fileName: image.file.name });
  const decoded = await opened.value.decode(image);
  if (!decoded.ok) return failed({ ...decoded.failure, fileName: image.file.name });
  signal?.throwIfAborted();

  const alignment = alignForm(toGray(decoded.value), printLevels(template));
  const { isFound, agreement } = alignment;
  const fields: ReadField[] = [];
  for (const { id, box, expectation } of isFound ? template.fields : []) {
    const cut = cutField(decoded.value, alignment, box);
    // Everything but the pixels is as with any other picture.
    const reader = async () => success({ ...opened.value, decode: async () => success(cut.picture) });
    const read = await recognizePicture(image, reader, { expectation, asItLies: true, script, signal });
    if (!read.ok) return read;
    fields.push({ id, ...cut, recognition: read.value });
  }
  return success({ isFound, agreement, fields });
}
