import 'fake-indexeddb/auto';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IDBFactory } from 'fake-indexeddb';
import { expect, vi } from 'vitest';
import type { DigitReadings } from '../contract/digit-readings';
import type { BackendInfo } from '../contract/network';
import type { ScriptChoice } from '../contract/numeral-scripts';
import type { Recognition, RecognizedDigit } from '../contract/recognition';
import { type Result, success } from '../contract/result';
import { BackendState } from '../recognizer/backend-state';
import type { DigitPictures } from '../recognizer/classify-pictures';
import type { JobAsks, JobKind, JobResult } from '../recognizer/job-table';
import type { JobOptions, Recognizer } from '../recognizer/recognizer';
import { App } from './app';
// Loaded ahead, so that no test waits for the chunks.
import '../intake/accept-file';
import './pages/result/result-page';
import './parts/shell/undo-bar';
import { createServices } from './work/session/create-services';
import type { Services } from './work/session/services';

const BACKEND: BackendInfo = { name: 'cpu', location: 'page', reason: 'a test' };

/** The first visit of a page loads its script, on machines that do more than this. */
const PATIENCE = 10_000;
configure({ asyncUtilTimeout: PATIENCE });

/** Answers with what a test lays down for a file name; waits for `hold` when there is one. */
export class FakeRecognizer implements Recognizer {
  readonly backend = new BackendState();
  readonly answers = new Map<string, Result<Recognition>>();
  readonly asked: string[] = [];
  /** Whether the picture that was asked for last was to be read as it lies. */
  asItLies: boolean | undefined;
  /** The numeral scripts that pictures and places were to be read in, in turn. */
  readonly scripts: (ScriptChoice | undefined)[] = [];
  /** What comes of loading the reader of other scripts. */
  otherScripts: Result<string> = success('scripts test');
  /** What it reads in places that a person points at. */
  regions: Result<readonly RecognizedDigit[]> = success([]);
  hold: Promise<void> = Promise.resolve();

  async prepare(): Promise<Result<BackendInfo>> {
    return success(BACKEND);
  }

  run<Kind extends JobKind>(kind: Kind, asks: JobAsks<Kind>, options?: JobOptions<Kind>): Promise<JobResult<Kind>> {
    const jobs: {
      readonly [Each in JobKind]?: (asks: JobAsks<Each>, options?: JobOptions<Each>) => Promise<JobResult<Each>>;
    } = {
      recognize: (asked, given) => this.#recognize(asked, given),
      classify: (asked, given) => this.#classify(asked, given),
      'read-regions': async ({ script }) => {
        this.scripts.push(script);
        return this.regions;
      },
      'open-scripts': async () => this.otherScripts,
      explain: async ({ glyph, label }) => {
        return success({ label, probability: 0.5, side: glyph.side, drop: new Float32Array(glyph.data.length) });
      },
    };
    const job = jobs[kind];
    return job ? job(asks, options) : Promise.reject(new Error(`no answer laid down for ${kind}`));
  }

  async #recognize(
    { image, asItLies, script }: JobAsks<'recognize'>,
    options?: JobOptions<'recognize'>,
  ): Promise<Result<Recognition>> {
    const { name } = image.file;
    this.asked.push(name);
    this.asItLies = asItLies;
    this.scripts.push(script);
    options?.onProgress?.('locate');
    await this.#untilReleased(options?.signal);
    const answer = this.answers.get(name);
    if (!answer) {
      throw new Error(`no answer laid down for ${name}`);
    }
    return answer;
  }

  /** Takes every picture for the digit that its first pixel says. */
  async #classify({ pixels, side }: DigitPictures, options?: JobOptions<'classify'>): Promise<Result<DigitReadings>> {
    const total = pixels.length / side ** 2;
    options?.onProgress?.({ done: 0, total });
    await this.#untilReleased(options?.signal);
    const digits = Array.from({ length: total }, (_, index) => {
      return { label: pixels[index * side ** 2] ?? 0, confidence: 0.99, verdict: 'sure' } as const;
    });
    return success({ digits, modelVersion: 'test 1', backend: BACKEND, elapsedMs: 250 });
  }

  dispose(): void {}

  async #untilReleased(signal: AbortSignal | undefined): Promise<void> {
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
    await Promise.race([this.hold, aborted]);
  }
}

/** A file that passes for a PNG picture by its first bytes. */
export function pngFile(name: string): File {
  return new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], name, { type: 'image/png' });
}

/** What the test environment lacks of a browser. */
export function stubBrowser(): void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  Blob.prototype.arrayBuffer = readWithFileReader;
  vi.stubGlobal('scrollTo', () => undefined);
  URL.createObjectURL = () => 'blob:test';
  URL.revokeObjectURL = () => undefined;
  HTMLCanvasElement.prototype.getContext = () => null;
  Image.prototype.decode = () => Promise.reject(new Error('pictures are not decoded in tests'));
}

function readWithFileReader(this: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(this);
  });
}

/** Removes the page and everything it stored. */
export function resetPage(): void {
  cleanup();
  globalThis.indexedDB = new IDBFactory();
  window.location.hash = '';
}

/** Renders the whole app as a fresh page load with the given recognizer; what IndexedDB holds stays. */
export function openPage(recognizer: Recognizer, hash = '#/') {
  cleanup();
  window.location.hash = hash;
  const services = createServices(recognizer);
  render(<App services={services} />);
  return { services, user: userEvent.setup() };
}

/** Waits until the readings of so many pictures are in the history: a list says 'read' a moment before. */
export async function untilKept(services: Services, count: number): Promise<void> {
  await vi.waitFor(async () => {
    const list = await services.history.list();
    expect(list.ok && list.value.filter(({ reading }) => reading !== null).length).toBe(count);
  }, PATIENCE);
}
