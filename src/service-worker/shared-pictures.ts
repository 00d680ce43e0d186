/** So long they wait for the page that is being opened; a browser ends a service worker that does nothing anyway. */
const MAX_WAIT_MS = 120_000;

interface Waiting {
  readonly files: readonly File[];
  readonly end: () => void;
}

/**
 * Pictures that another app shared, between the request that brought them and the page that is opened for them. They
 * wait in memory alone, so that none is ever left behind on the disk, least of all beside a locked history.
 */
export class SharedPictures {
  readonly #waiting = new Map<string, Waiting>();

  /**
   * @param keepAlive is given a promise that ends when the pictures have been taken or nobody came for them
   * @returns the id to take them with
   */
  put(files: readonly File[], keepAlive: (waiting: Promise<void>) => void): string {
    const id = crypto.randomUUID();
    keepAlive(
      new Promise((resolve) => {
        const timer = setTimeout(() => this.take(id), MAX_WAIT_MS);
        const end = () => {
          clearTimeout(timer);
          resolve();
        };
        this.#waiting.set(id, { files, end });
      }),
    );
    return id;
  }

  /** @returns none when they were taken before, or nobody came for them in time */
  take(id: string): readonly File[] {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.end();
    return waiting?.files ?? [];
  }
}
