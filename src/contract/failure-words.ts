import type { FailureKind, RecognitionFailure } from './failure';
import messages from './failure-messages.json' with { type: 'json' };
import { IMAGE_FORMATS } from './image-formats';
import { LIMITS } from './limits';

/** What a person is told about a failure: a heading, what is wrong (naming the file), and what to do now. */
export interface FailureWords {
  readonly title: string;
  readonly explanation: string;
  readonly remedy: string;
}

export type FailureMessageId = keyof typeof messages;

/** Another language than English. */
export interface FailureLanguage {
  readonly locale: string;
  /** The message in this language; undefined where it has none, which leaves the English one. */
  readonly translate: (id: FailureMessageId, values: Readonly<Record<string, string>>) => string | undefined;
}

const MEBIBYTE = 1024 * 1024;
const ENGLISH: FailureLanguage = { locale: 'en', translate: () => undefined };

/** The accepted formats as prose, e.g. 'PNG, JPEG or WebP'. */
export function acceptedFormats(locale = 'en'): string {
  const labels = IMAGE_FORMATS.map((format) => format.label);
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(labels);
}

/** The words for a failure, in parts, for a sheet with a heading. */
export function failureWords(failure: RecognitionFailure, language: FailureLanguage = ENGLISH): FailureWords {
  const { kind, fileName = '', foundFormat = '' } = failure;
  const formatId = `failure.format.${foundFormat}`;
  const count = (value: number) => new Intl.NumberFormat(language.locale).format(value);
  const values = {
    file: fileName,
    format: isMessageId(formatId) ? (language.translate(formatId, {}) ?? messages[formatId]) : foundFormat,
    formats: acceptedFormats(language.locale),
    megabytes: count(LIMITS.maxFileBytes / MEBIBYTE),
    megapixels: count(LIMITS.maxSourcePixels / 1_000_000),
  };
  const say = (id: FailureMessageId) => language.translate(id, values) ?? filled(messages[id], values);
  return {
    title: say(titleId(kind, foundFormat)),
    explanation: say(explanationId(kind, fileName !== '', foundFormat !== '')),
    remedy: say(`failure.${kind}.remedy`),
  };
}

function isMessageId(id: string): id is FailureMessageId {
  return id in messages;
}

function titleId(kind: FailureKind, foundFormat: string): FailureMessageId {
  return kind === 'unsupported-format' && /-video$/.test(foundFormat)
    ? `failure.${kind}.title-video`
    : `failure.${kind}.title`;
}

function explanationId(kind: FailureKind, isNamed: boolean, isFormatKnown: boolean): FailureMessageId {
  const named = isNamed ? 'named' : 'unnamed';
  return kind === 'unsupported-format' && isFormatKnown ? `failure.${kind}.${named}-seems` : `failure.${kind}.${named}`;
}

/** Puts the values into the message's `{placeholders}`. */
function filled(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** The words for a failure in one line: what is wrong with which file, and what to do. */
export function failureMessage(failure: RecognitionFailure, language?: FailureLanguage): string {
  const words = failureWords(failure, language);
  return `${words.title}. ${words.explanation} ${words.remedy}`;
}
