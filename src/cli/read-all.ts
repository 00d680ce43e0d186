import { appendFile, writeFile } from 'node:fs/promises';
import { isRight, readText, type ScoredPicture } from './score';

const PROGRESS_MS = 2_000;

/**
 * Gathers readings and says on standard error how far they are.
 *
 * @param count how many there will be
 * @param predictionsPath file for one JSON object a line and picture
 */
export async function readAll(
  readings: AsyncIterable<ScoredPicture>,
  count: number,
  predictionsPath?: string,
): Promise<ScoredPicture[]> {
  const scored: ScoredPicture[] = [];
  if (predictionsPath !== undefined) await writeFile(predictionsPath, '');
  let exact = 0;
  let shownAt = 0;
  for await (const picture of readings) {
    scored.push(picture);
    if (isRight(picture)) exact += 1;
    if (predictionsPath !== undefined)
      await appendFile(predictionsPath, `${JSON.stringify(predictionJson(picture))}\n`);
    if (scored.length < count && performance.now() - shownAt < PROGRESS_MS) continue;
    shownAt = performance.now();
    process.stderr.write(`${scored.length} of ${count}, ${((100 * exact) / scored.length).toFixed(2)} % exact\n`);
  }
  return scored;
}

function predictionJson(picture: ScoredPicture): object {
  const { name, label, digits, numbers, elapsedMs, failure } = picture;
  const read = { text: readText(picture), exact: isRight(picture), digits, ...(numbers && { numbers }) };
  return { file: name, label, ...read, elapsedMs, ...(failure && { failure }) };
}
