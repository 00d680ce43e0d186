/**
 * SHA-256 of the manifest of each model that this build belongs to, by the model's folder; `scripts/pin-models.ts` puts
 * them here. Empty in tests, in Node and while developing, where models and code lie in one tree anyway.
 */
export const MODEL_PINS: Readonly<Record<string, string>> =
  (import.meta.env as ImportMetaEnv | undefined)?.MODEL_PINS ?? {};
