/**
 * SHA-256 of the manifest of each model that this build belongs to, by the model's folder; `scripts/pin-models.ts` puts
 * them here. Empty in tests, in Node and while developing, where models and code lie in one tree anyway.
 */
export const MODEL_PINS: Readonly<Record<string, string>> =
  (import.meta.env as ImportMetaEnv | undefined)?.MODEL_PINS ?? {};

/**
 * Bytes of the files of each model, by the model's folder, as its manifest states them: what loading it costs.
 */
export const MODEL_BYTES: Readonly<Record<string, number>> =
  (import.meta.env as ImportMetaEnv | undefined)?.MODEL_BYTES ?? {};
