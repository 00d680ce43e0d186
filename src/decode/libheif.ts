/** What is used of libheif-js, which has no types of its own for it. */
export interface Libheif {
  /** All of its memory. */
  readonly HEAPU8: Uint8Array;
  readonly HeifDecoder: new () => HeifDecoder;
  heif_context_free(context: unknown): void;
  heif_image_handle_is_primary_image(handle: unknown): number;
}

interface HeifDecoder {
  readonly decoder: unknown;
  /** None when the file is damaged. */
  decode(file: Uint8Array): readonly HeifImage[];
}

interface HeifImage {
  readonly handle: unknown;
  /** Of the upright picture. */
  get_width(): number;
  get_height(): number;
  /** Fills the pixels and gives them; null when the picture is damaged. */
  display<Pixels extends { data: Uint8ClampedArray; width: number; height: number }>(
    pixels: Pixels,
    tell: (pixels: Pixels | null) => void,
  ): void;
  free(): void;
}
