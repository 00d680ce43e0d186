import type { AcceptedImage } from '../../../src/contract/accepted-image';

/** The worker that decodes, replaced when it hangs. */
export class DecodingWorker {
  #worker = start();

  /** @returns what came of it, in a word; 'hangs' after `mostMs` */
  decode(image: AcceptedImage, mostMs: number): Promise<string> {
    return this.#ask(image, mostMs);
  }

  collect(): Promise<string> {
    return this.#ask('collect', 60_000);
  }

  #ask(message: AcceptedImage | 'collect', mostMs: number): Promise<string> {
    const worker = this.#worker;
    return new Promise((resolve) => {
      const end = (answer: string) => {
        clearTimeout(timer);
        worker.onmessage = null;
        worker.onerror = null;
        resolve(answer);
      };
      const timer = setTimeout(() => {
        worker.terminate();
        this.#worker = start();
        end('hangs');
      }, mostMs);
      worker.onmessage = ({ data }: MessageEvent<string>) => end(data);
      worker.onerror = ({ message: words }) => end(`threw ${words}`);
      worker.postMessage(message);
    });
  }
}

function start(): Worker {
  return new Worker(new URL('./fuzz.worker.ts', import.meta.url), { type: 'module' });
}
