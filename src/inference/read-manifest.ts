import type { ModelManifest } from '../contract/model-manifest';

/** Checks the shape of a parsed `manifest.json`; `undefined` when a field that loading needs is missing or wrong. */
export function readManifest(json: unknown): ModelManifest | undefined {
  if (!isRecord(json)) return undefined;
  const isManifest =
    typeof json.id === 'string' &&
    (json.kind === 'locator' || json.kind === 'classifier' || json.kind === 'line') &&
    typeof json.version === 'string' &&
    typeof json.contractVersion === 'number' &&
    isRecord(json.contract) &&
    Array.isArray(json.files) &&
    json.files.every(isModelFile) &&
    isRecord(json.calibration) &&
    Object.values(json.calibration).every((value) => typeof value === 'number' && Number.isFinite(value));
  return isManifest ? (json as unknown as ModelManifest) : undefined;
}

function isModelFile(file: unknown): boolean {
  return (
    isRecord(file) &&
    typeof file.path === 'string' &&
    // A model's files lie in its own folder.
    !/^\/|:|\.\./.test(file.path) &&
    typeof file.bytes === 'number' &&
    typeof file.sha256 === 'string'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
