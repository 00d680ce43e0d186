import { documentFormat } from '../../../src/app/work/queue/find-documents';
import { makeThumbnail } from '../../../src/app/work/queue/make-thumbnail';
import { decodeSvgInPage } from '../../../src/decode/decode-svg-in-page';
import { openDocument } from '../../../src/decode/open-document';
import { acceptFile } from '../../../src/intake/accept-file';
import type { CorpusFile } from '../corpus-file';
import { mutant } from '../mutant';
import { DecodingWorker } from './decoding-worker';

/** What came of one damaged file: 'decoded', 'pages', the kind of its failure, or what must never be. */
export interface Outcome {
  readonly index: number;
  readonly file: string;
  readonly outcome: string;
  readonly elapsedMs: number;
}

const worker = new DecodingWorker();

/** Hands in the damaged files of a seed, from one number to before another, one after the other as the queue does. */
async function handIn(corpus: readonly CorpusFile[], seed: string, from: number, to: number, mostMs: number) {
  const outcomes: Outcome[] = [];
  for (let index = from; index < to; index += 1) {
    const { name, bytes } = mutant(corpus, seed, index);
    const file = new File([bytes], name);
    const begin = performance.now();
    const outcome = await within(mostMs, tryFile(file, mostMs)).catch((error: unknown) => `threw ${error}`);
    outcomes.push({ index, file: name, outcome, elapsedMs: Math.round(performance.now() - begin) });
  }
  return outcomes;
}

async function tryFile(file: File, mostMs: number): Promise<string> {
  const paged = await documentFormat(file);
  if (paged) {
    const opened = await openDocument(file, paged);
    if (!opened.ok) return opened.failure.kind;
    const { pageCount, makePage, close } = opened.value;
    if (pageCount > 0) await makePage(pageCount - 1).catch(() => undefined);
    close();
    if (paged === 'pdf') return 'pages';
  }
  const accepted = await acceptFile(file);
  if (!accepted.ok) return accepted.failure.kind;
  const { image } = accepted.value;
  const isDrawing = image.format === 'svg';
  const decoded = isDrawing ? await inPage(image) : await worker.decode(image, mostMs);
  await makeThumbnail(image);
  return decoded;
}

async function inPage(image: Parameters<typeof decodeSvgInPage>[0]): Promise<string> {
  const decoded = await decodeSvgInPage(image);
  return decoded.ok ? 'decoded' : decoded.failure.kind;
}

function within(mostMs: number, work: Promise<string>): Promise<string> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('hangs'), mostMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Lets go of what is no longer needed, here and in the worker. */
async function collect(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    (globalThis as { gc?: () => void }).gc?.();
    await worker.collect();
  }
}

export type FuzzPage = { readonly handIn: typeof handIn; readonly collect: typeof collect; corpus?: CorpusFile[] };
(globalThis as unknown as { fuzz: FuzzPage }).fuzz = { handIn, collect };
