/** Every way in which reading or keeping a picture is expected to fail; the words for each are in `failure-words.ts`. */
export const FAILURE_KINDS = [
  'empty-file',
  'unsupported-format',
  'undecodable',
  'password-protected',
  'too-large',
  'model-unavailable',
  'model-mismatch',
  'backend-unavailable',
  'backend-lost',
  'storage-full',
  'memory-full',
  'never-saved',
  'storage-unavailable',
  'record-damaged',
  'unexpected',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** The same file fails again, whatever is done; or there is nothing to read anymore. */
const FINAL_KINDS: readonly FailureKind[] = [
  'empty-file',
  'unsupported-format',
  'too-large',
  'undecodable',
  'password-protected',
  'never-saved',
  'record-damaged',
];

/** Whether reading the same picture again may help. */
export function mayPass({ kind }: RecognitionFailure): boolean {
  return !FINAL_KINDS.includes(kind);
}

export interface RecognitionFailure {
  readonly kind: FailureKind;
  /** The file the person gave, when the failure belongs to one. */
  readonly fileName?: string;
  /** What the file seems to be, for `unsupported-format`: the id of a foreign format, 'pdf-document'. */
  readonly foundFormat?: string;
  /** Technical detail for a bug report: never the only thing a person sees. */
  readonly detail?: string;
}
