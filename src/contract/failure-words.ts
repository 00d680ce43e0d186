import type { FailureKind, RecognitionFailure } from './failure';
import { IMAGE_FORMATS } from './image-formats';
import { LIMITS } from './limits';

/** What a person is told about a failure: a heading, what is wrong (naming the file), and what to do now. */
export interface FailureWords {
  readonly title: string;
  readonly explanation: string;
  readonly remedy: string;
}

interface FailureRow {
  readonly title: string;
  readonly explain: (failure: RecognitionFailure) => string;
  readonly remedy: string;
}

const MEBIBYTE = 1024 * 1024;

/** The accepted formats as prose, e.g. 'PNG, JPEG or WebP'. */
export function acceptedFormats(): string {
  const labels = IMAGE_FORMATS.map((format) => format.label);
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(labels);
}

function named(failure: RecognitionFailure, otherwise = 'This picture'): string {
  return failure.fileName ? `“${failure.fileName}”` : otherwise;
}

function explainFormat(failure: RecognitionFailure): string {
  return failure.foundFormat
    ? `${named(failure, 'This file')} seems to be: ${failure.foundFormat}.`
    : `${named(failure, 'This file')} is not in a picture format that can be read here.`;
}

const FAILURE_WORDS: Readonly<Record<FailureKind, FailureRow>> = {
  'empty-file': {
    title: 'The file is empty',
    explain: (failure) => `${named(failure, 'This file')} has no content (0 bytes).`,
    remedy: 'Copy or save the picture again, then try the new file.',
  },
  'unsupported-format': {
    title: 'This kind of file cannot be read',
    explain: explainFormat,
    remedy: `Use a picture in one of these formats: ${acceptedFormats()}.`,
  },
  undecodable: {
    title: 'The picture is damaged',
    explain: (failure) => `${named(failure)} could not be opened. It may be damaged or only half downloaded.`,
    remedy: 'Open it in another app and save it again as PNG or JPEG, or take a new photo.',
  },
  'too-large': {
    title: 'The picture is too large',
    explain: (failure) => `${named(failure)} is larger than this reader can take.`,
    remedy: `Use a file of at most ${LIMITS.maxFileBytes / MEBIBYTE} MB and ${LIMITS.maxSourcePixels / 1_000_000} megapixels: make it smaller, or cut out the part with the numbers.`,
  },
  'model-unavailable': {
    title: 'The reader could not be loaded',
    explain: (failure) => `${named(failure)} is not read yet, because the reader's model files did not arrive.`,
    remedy: 'Check the connection, then try again.',
  },
  'model-mismatch': {
    title: 'The reader is incomplete',
    explain: (failure) =>
      `${named(failure)} is not read, because the model files do not belong to this version of the app.`,
    remedy: 'Reload the page to get matching files. If that does not help, the site was not copied completely.',
  },
  'backend-unavailable': {
    title: 'This browser cannot run the reader',
    explain: (failure) =>
      `${named(failure)} is not read: neither WebGL nor WebAssembly nor the plain fallback started.`,
    remedy: 'Update the browser or try another one. Blocking extensions can also be the cause.',
  },
  'backend-lost': {
    title: 'Reading was interrupted',
    explain: (failure) =>
      `The graphics processor or the worker stopped while ${named(failure, 'the picture')} was read.`,
    remedy: 'Try again. If it happens again, close other heavy tabs or use a smaller picture.',
  },
  'storage-full': {
    title: 'Not saved: storage is full',
    explain: (failure) => `${named(failure)} could not be saved, because the browser has no room left for this site.`,
    remedy: 'Copy the number now. Delete some pictures from the history to make room.',
  },
  'storage-unavailable': {
    title: 'Not saved: storage is blocked',
    explain: (failure) =>
      `${named(failure)} could not be saved, because this browser does not let the page store anything (a private window or a setting).`,
    remedy: 'Reading works all the same. Copy the number before closing the page; the history is gone then.',
  },
  unexpected: {
    title: 'Something went wrong',
    explain: (failure) => `${named(failure)} could not be read because of an error in this app.`,
    remedy: 'Try again or reload the page. If it happens again, please report it with the detail below.',
  },
};

/** The words for a failure, in parts, for a sheet with a heading. */
export function failureWords(failure: RecognitionFailure): FailureWords {
  const row = FAILURE_WORDS[failure.kind];
  return { title: row.title, explanation: row.explain(failure), remedy: row.remedy };
}

/** The words for a failure in one line: what is wrong with which file, and what to do. */
export function failureMessage(failure: RecognitionFailure): string {
  const words = failureWords(failure);
  return `${words.title}. ${words.explanation} ${words.remedy}`;
}
