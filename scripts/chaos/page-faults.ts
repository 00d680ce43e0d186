/** What the page suffers from outside; `prepareFaults` puts it there. */
export interface PageFaults {
  /** Every write into the database finds the disk full. */
  isFull: boolean;
  refusedWrites: number;
  /** The workers that read, the newest last. */
  readonly readers: Worker[];
}

export type PageWithFaults = { readonly chaos: PageFaults };

/** Runs in the page before its own scripts. */
export function prepareFaults(): void {
  const faults: PageFaults = { isFull: false, refusedWrites: 0, readers: [] };
  Object.assign(globalThis, { chaos: faults });
  // A list is drawn whole where nothing tells which rows are in the window.
  Reflect.deleteProperty(globalThis, 'IntersectionObserver');
  globalThis.Worker = new Proxy(Worker, {
    construct(target, given) {
      const worker = Reflect.construct(target, given) as Worker;
      if (String(given[0]).includes('recognizer')) faults.readers.push(worker);
      return worker;
    },
  });
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<IDBObjectStore['put']>) {
    if (!faults.isFull) return put.apply(this, given);
    faults.refusedWrites += 1;
    throw new DOMException('full', 'QuotaExceededError');
  };
}

type ThreadWithContexts = { readonly chaosContexts?: readonly WebGL2RenderingContext[] };

/** Runs in a worker before it looks for a backend: it takes the emulation of WebGL for a graphics processor. */
export function showGraphicsProcessor(): void {
  const contexts: unknown[] = [];
  Object.assign(globalThis, { chaosContexts: contexts });
  const { getContext } = OffscreenCanvas.prototype;
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...[kind, wishes]: [kind: string, object?]) {
    const given = [kind, { ...wishes, failIfMajorPerformanceCaveat: false }];
    const context: unknown = Reflect.apply(getContext, this, given);
    if (context && kind.startsWith('webgl')) contexts.push(context);
    return context;
  } as typeof getContext;
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const { getParameter } = prototype;
    prototype.getParameter = function (this: WebGLRenderingContext, name: number) {
      // UNMASKED_RENDERER_WEBGL
      return name === 0x9246 ? 'a graphics processor' : getParameter.call(this, name);
    };
  }
}

/** Runs in a worker that was shown a graphics processor. @returns whether there was a context to be lost */
export function loseContexts(): boolean {
  const { chaosContexts = [] } = globalThis as unknown as ThreadWithContexts;
  const living = chaosContexts.filter((context) => !context.isContextLost());
  for (const context of living) context.getExtension('WEBGL_lose_context')?.loseContext();
  return living.length > 0;
}
