import { hasLetters } from '../contract/characters';
import type { Doubt, NumberKind } from '../contract/recognition';
import { isCalendarDate } from './calendar';
import { type ChosenConvention, conventionsOf, type PlainNumber, parseIn } from './number-conventions';

/** What a number's text means. */
export interface Interpretation {
  readonly kind: NumberKind;
  /** null where it has none or more than one meaning. Of '27.3%' it is 27.3. */
  readonly value: number | null;
  /** Only what the text itself tells. */
  readonly doubts: readonly Doubt[];
}

type Reading = (text: string, convention: ChosenConvention) => Interpretation | null;

const CURRENCY = '[$€£¥₹]';
const PHONES = [
  /^(\+?\d{1,3}-?)?\(\d{2,4}\)-?\d{3,4}[-.]?\d{4}$/,
  /^(\+?\d{1,3}[-.])?\d{2,4}([-.])\d{3,4}\2\d{4}$/,
  /^\d{3}-\d{4}$/,
];

/**
 * The meaning of a number as it is written: its kind, and its value where it has exactly one.
 *
 * @param text digits, marks and letters without spaces; '_' is a place that nobody has read yet
 */
export function interpretNumber(text: string, convention: ChosenConvention = 'any'): Interpretation {
  for (const reading of READINGS) {
    const found = reading(text, convention);
    if (found) return found;
  }
  return without('other');
}

/** Asked in this order: the narrower before the wider. */
const READINGS: readonly Reading[] = [code, percent, amount, time, date, fraction, phone, signed, plain, expression];

function without(kind: NumberKind, ...doubts: Doubt[]): Interpretation {
  return { kind, value: null, doubts };
}

/** With a letter it counts nothing. */
function code(text: string): Interpretation | null {
  return hasLetters(text) ? without('code') : null;
}

function percent(text: string, convention: ChosenConvention): Interpretation | null {
  if (!/^[^%]+%$/.test(text)) return null;
  const body = signedValue(text.slice(0, -1), convention);
  return body && { ...body, kind: 'percent' };
}

/** With a currency sign before or behind, or with an ending that closes an amount: '/-', '/=' (rupees), '.-' (francs). */
function amount(text: string, convention: ChosenConvention): Interpretation | null {
  const leading = new RegExp(`^([-+]?)${CURRENCY}`).exec(text);
  const trailing = new RegExp(`(/[-=]|\\.-|${CURRENCY})$`).exec(text);
  // A dash on both sides keeps others from adding digits.
  const guards = leading || trailing ? null : /^([-=])(.*\d)\1$/.exec(text);
  if (!leading && !trailing && !guards) return null;
  const end = trailing ? text.length - trailing[0].length : text.length;
  const body = guards ? guards[2]! : (leading?.[1] ?? '') + text.slice(leading?.[0].length ?? 0, end);
  const found = signedValue(body.replace(/(\/[-=]|\.-)$/, ''), convention);
  return found && { ...found, kind: 'amount' };
}

function time(text: string): Interpretation | null {
  const parts = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(text);
  if (!parts) return null;
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3] ?? 0].map(Number) as [number, number, number];
  return hours <= 24 && minutes < 60 && seconds < 60 ? without('time') : null;
}

function date(text: string): Interpretation | null {
  const parts = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text);
  return parts && isCalendarDate([parts[1]!, parts[3]!, parts[4]!]) ? without('date') : null;
}

/** Without a value: '5/27' may be a day as well. */
function fraction(text: string): Interpretation | null {
  return /^\d+\/\d*[1-9]\d*$/.test(text) ? without('fraction') : null;
}

/** '(202)555-0143', '202-555-0143', '+1-202-555-0143', '555-0143'. */
function phone(text: string): Interpretation | null {
  return PHONES.some((form) => form.test(text)) ? without('phone') : null;
}

function signed(text: string, convention: ChosenConvention): Interpretation | null {
  if (!/^[-+]\d|^[-+][.,·]\d/.test(text)) return null;
  const body = signedValue(text, convention);
  return body && { ...body, kind: 'signed' };
}

function plain(text: string, convention: ChosenConvention): Interpretation | null {
  // A point or a comma behind a number ends a sentence or parts a list.
  const body = text.replace(/[.,]$/, '');
  if (!/^[\d.,·'’]+$/.test(body) || !/\d/.test(body)) return null;
  const readings = readingsIn(body, convention);
  const [first] = readings;
  if (!first) return without('grouped', 'impossible-grouping');
  const kind = first.hasFraction ? 'decimal' : first.isGrouped ? 'grouped' : 'integer';
  return { kind, value: commonValue(readings), doubts: [] };
}

function expression(text: string): Interpretation | null {
  return /\d/.test(text) && /[-+×=]/.test(text.slice(1)) ? without('expression') : null;
}

/** @returns null when the text is no number with or without a sign */
function signedValue(text: string, convention: ChosenConvention): Interpretation | null {
  const found = plain(text.replace(/^[-+]/, ''), convention);
  return found && text.startsWith('-') && found.value !== null ? { ...found, value: 0 - found.value } : found;
}

function readingsIn(text: string, convention: ChosenConvention): readonly PlainNumber[] {
  return conventionsOf(convention).flatMap((row) => parseIn(text, row) ?? []);
}

/** @returns null when the readings differ, or when the number has more digits than a computer keeps */
function commonValue(readings: readonly PlainNumber[]): number | null {
  const value = readings[0]?.value ?? null;
  const isCommon = readings.every((reading) => reading.value === value);
  return isCommon && value !== null && value <= Number.MAX_SAFE_INTEGER ? value : null;
}
