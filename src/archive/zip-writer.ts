import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Writes a ZIP file piece by piece, so that no more than one picture is in memory beside the result. */
export class ZipWriter {
  #parts: Uint8Array<ArrayBuffer>[] = [];
  readonly #zip: Zip;
  #failure: Error | null = null;

  constructor() {
    this.#zip = new Zip((error, part) => {
      this.#failure ??= error;
      if (part) this.#parts.push(new Uint8Array(part));
    });
  }

  /** Stores bytes as they are: pictures are compressed already. */
  addBytes(path: string, bytes: Uint8Array): void {
    const file = new ZipPassThrough(path);
    this.#zip.add(file);
    file.push(bytes, true);
  }

  addText(path: string, text: string): void {
    const file = new ZipDeflate(path, { level: 6 });
    this.#zip.add(file);
    file.push(strToU8(text), true);
  }

  /** @returns the parts that came since the last call, in order, for those who write while the file grows */
  takeParts(): readonly Uint8Array<ArrayBuffer>[] {
    if (this.#failure) {
      throw this.#failure;
    }
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  /** @returns the parts that nobody took before, in order */
  finish(): readonly Uint8Array<ArrayBuffer>[] {
    this.#zip.end();
    return this.takeParts();
  }
}
