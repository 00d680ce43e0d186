import type { AcceptedImage } from '../contract/accepted-image';
import type { CancelSignal } from '../contract/cancel';
import type { Box, PixelImage } from '../contract/image';
import { DEFAULT_SCRIPT, type NumeralScriptId } from '../contract/numeral-scripts';
import type { RecognizedDigit } from '../contract/recognition';
import { failed, type Result, success } from '../contract/result';
import { toGray } from '../imaging/luminance';
import { readPlaces } from '../reading/read-digits';
import type { Reader } from '../reading/reader';
import { inScript } from './in-script';

/**
 * Reads given places of a picture, as `recognizePicture` does without looking for the digits.
 *
 * @param boxes in pixels of the upright original
 * @returns one entry a box, in the same order, whatever its verdict
 * @throws the signal's reason when it is aborted; `BackendLostError` when the backend dies
 */
export async function readRegions(
  image: AcceptedImage,
  boxes: readonly Box[],
  openReader: () => Promise<Result<Reader>>,
  {
    script = DEFAULT_SCRIPT,
    signal,
  }: { readonly script?: NumeralScriptId; readonly signal?: CancelSignal | undefined } = {},
): Promise<Result<readonly RecognizedDigit[]>> {
  const opened = await openReader();
  if (!opened.ok) return failed({ ...opened.failure, fileName: image.file.name });
  const scripted = await inScript(opened.value, script);
  if (!scripted.ok) return failed({ ...scripted.failure, fileName: image.file.name });
  const { decode, classifier } = scripted.value;
  const decoded = await decode(image);
  if (!decoded.ok) return failed({ ...decoded.failure, fileName: image.file.name });
  signal?.throwIfAborted();

  const page = decoded.value;
  const regions = boxes.map((box) => ({ box: toDecoded(box, page), score: 1 }));
  const readings = await readPlaces(toGray(page), regions, classifier, signal);
  return success(readings.map((reading, index) => ({ ...reading, region: { box: boxes[index]!, score: 1 } })));
}

function toDecoded({ x, y, width, height }: Box, image: PixelImage): Box {
  const scaleX = image.width / image.originalWidth;
  const scaleY = image.height / image.originalHeight;
  return { x: x * scaleX, y: y * scaleY, width: width * scaleX, height: height * scaleY };
}
