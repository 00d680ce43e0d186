import { IMAGE_FORMATS } from '../../contract/image-formats';
import { LIMITS } from '../../contract/limits';

const MEBIBYTE = 1024 * 1024;
const MEGAPIXEL = 1_000_000;

/** Which files are taken, and how large they may be. */
export function Formats() {
  return (
    <section className="formats" aria-labelledby="formats-title">
      <h2 id="formats-title" className="formats__title">
        Formats and limits
      </h2>
      <ul className="formats__list">
        {IMAGE_FORMATS.map((format) => (
          <li key={format.id}>{format.label}</li>
        ))}
      </ul>
      <p>
        Up to {LIMITS.maxFileBytes / MEBIBYTE} MB and {LIMITS.maxSourcePixels / MEGAPIXEL} megapixels each, any number
        of pictures at a time. Above {LIMITS.maxDecodedPixels / MEGAPIXEL} megapixels a copy is shrunk for reading.
      </p>
    </section>
  );
}
