import type { Reader } from '../reading/reader';
import { recognizeFile } from './recognize-file';
import type { ScoredPicture } from './score';
import type { TablePicture } from './table-cells';

/** What becomes of a number of a sheet. */
export const LEFT_OUT = 'left out';
export const KEPT = 'kept';

/** Reads whole pictures and yields one entry for each number in a known cell: printed labels should be left out, all else kept. */
export async function* evaluateLabels(
  pictures: readonly TablePicture[],
  reader: Reader,
): AsyncGenerator<ScoredPicture> {
  for (const picture of pictures) {
    const { name, printed } = picture;
    const result = await recognizeFile(await picture.open(), reader);
    if (!result.ok) continue;
    const { numbers, elapsedMs } = result.value;
    for (const { box, isLabel, isStruckOut } of numbers) {
      const cell = picture.cellAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
      if (cell === undefined || isStruckOut) continue;
      yield {
        name: `${name}#${cell}`,
        label: printed?.has(cell) ? LEFT_OUT : KEPT,
        text: isLabel ? LEFT_OUT : KEPT,
        digits: [],
        elapsedMs,
      };
    }
  }
}
