/** So many pictures back, an old one no longer tells anything. */
const REMEMBERED = 12;

/** How long pictures take, to tell how long the rest will take. */
export class ReadingPace {
  readonly #recentMs: number[] = [];

  add(elapsedMs: number): void {
    this.#recentMs.push(elapsedMs);
    if (this.#recentMs.length > REMEMBERED) {
      this.#recentMs.shift();
    }
  }

  /** @returns milliseconds for that many more pictures; null as long as no picture has been read */
  remainingMs(pictures: number): number | null {
    const { length } = this.#recentMs;
    return length > 0 ? (this.#recentMs.reduce((sum, ms) => sum + ms, 0) / length) * pictures : null;
  }
}
