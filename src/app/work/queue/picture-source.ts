import type { AcceptedImage } from '../../../contract/accepted-image';
import { failed, type Result, success } from '../../../contract/result';
import type { StoredPicture } from '../../../uploads/upload';
import { cleanName, type Incoming } from './incoming';

/** Gives the accepted picture to whoever works with it: reads it, shows it or draws it. */
export interface PictureSource {
  accept(): Promise<Result<AcceptedImage>>;
}

/** A file that was handed in, or a page of one, read and looked at once, for whoever asks first. */
export class IncomingPicture implements PictureSource {
  readonly #source: Incoming;
  #accepted: Promise<Result<AcceptedImage>> | null = null;
  #bytes: ArrayBuffer | null = null;

  constructor(source: Incoming) {
    this.#source = source;
  }

  accept(): Promise<Result<AcceptedImage>> {
    this.#accepted ??= this.#read();
    return this.#accepted;
  }

  /** The bytes that acceptance read, let go with that; read again where they were let go before. */
  async takeBytes(): Promise<ArrayBuffer | null> {
    const accepted = await this.accept();
    const bytes = this.#bytes;
    this.#bytes = null;
    return accepted.ok ? (bytes ?? (await accepted.value.file.arrayBuffer().catch(() => null))) : null;
  }

  /** For a picture that the history is not ready for: hundreds of them in memory would be too many. */
  letBytesGo(): void {
    this.#bytes = null;
  }

  async #read(): Promise<Result<AcceptedImage>> {
    const intake = await loadIntake();
    const file = this.#source instanceof File ? success(underCleanName(this.#source)) : await this.#source.open();
    const accepted = !intake.ok ? intake : file.ok ? await intake.value.acceptFile(file.value) : file;
    if (accepted.ok) {
      this.#bytes = accepted.value.bytes.buffer;
      return success(accepted.value.image);
    }
    if (!intake.ok || accepted.failure.kind === 'undecodable') {
      // A script or a file that could not be read may be readable the next time.
      this.#accepted = null;
    }
    return accepted;
  }
}

/** Failures name the file as everything else does. */
function underCleanName(file: File): File {
  const name = cleanName(file.name);
  return name === file.name ? file : new File([file], name, { type: file.type });
}

/** A picture of the history, accepted anew: the history keeps the file, and not what was known of it. */
export async function acceptStored({ name, mime, bytes }: StoredPicture): Promise<Result<AcceptedImage>> {
  const intake = await loadIntake();
  if (!intake.ok) return intake;
  const accepted = intake.value.acceptBytes(new Uint8Array(bytes), new File([bytes], name, { type: mime }));
  return accepted.ok ? success(accepted.value.image) : accepted;
}

/** What looks at pictures arrives with the first one, not with the page. */
async function loadIntake(): Promise<Result<typeof import('../../../intake/accept-file')>> {
  try {
    return success(await import('../../../intake/accept-file'));
  } catch (error) {
    return failed({ kind: 'unexpected', detail: String(error) });
  }
}
