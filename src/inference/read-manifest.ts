import type { ModelManifest } from '../contract/model-manifest';

const KINDS: readonly ModelManifest['kind'][] = [
  'locator',
  'classifier',
  'scripts',
  'line',
  'plate-finder',
  'plate-reader',
];

/** Checks the shape of a parsed `manifest.json`; `undefined` when a field that loading needs is missing or wrong. */
export function readManifest(json: unknown): ModelManifest | undefined {
  if (!isRecord(json)) return undefined;
  const isManifest =
    typeof json.id === 'string' &&
    KINDS.some((kind) => kind === json.kind) &&
    typeof json.version === 'string' &&
    typeof json.contractVersion === 'number' &&
    isRecord(json.contract) &&
    Array.isArray(json.files) &&
    json.files.every(isModelFile) &&
    isRecord(json.calibration) &&
    Object.values(json.calibration).every(isFiniteNumber) &&
    (json.kind === 'scripts') === (json.heads !== undefined) &&
    (json.heads === undefined || (Array.isArray(json.heads) && json.heads.every(isScriptHead)));
  return isManifest ? (json as unknown as ModelManifest) : undefined;
}

function isScriptHead(head: unknown): boolean {
  return (
    isRecord(head) &&
    typeof head.script === 'string' &&
    [head.start, head.temperature, head.sureThreshold, head.testCount, head.testAccuracy].every(isFiniteNumber) &&
    Array.isArray(head.dataSets) &&
    head.dataSets.every((id) => typeof id === 'string')
  );
}

function isFiniteNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
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
