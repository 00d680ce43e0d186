import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Catalog } from './read-catalogs.ts';

type Compiled = ReturnType<typeof compileMessage>;

/** How a message uses a placeholder. */
interface Use {
  readonly name: string;
  readonly type: string;
  /** The cases of a plural. */
  readonly cases: readonly string[];
}

/** Counts up to here need a form; beyond them, some languages have one more that no list of pictures reaches. */
const MOST = 10_000;

/** The ids of messages that a language has not. */
export function missingMessages(english: Catalog, translated: Catalog): readonly string[] {
  return Object.keys(english).filter((id) => !(id in translated));
}

/** What is wrong with the messages of a language, one sentence each; those that are missing are none of it. */
export function translationProblems(code: string, english: Catalog, translated: Catalog): readonly string[] {
  return Object.entries(translated).flatMap(([id, message]) => {
    const original = english[id];
    const problems = original === undefined ? ['nothing says it'] : messageProblems(code, original, message);
    return problems.map((problem) => `${code} ${id}: ${problem}`);
  });
}

function messageProblems(code: string, original: string, message: string): readonly string[] {
  if (message.trim() === '') return ['empty'];
  const uses = { original: usesIn(compileMessage(original)), message: usesIn(compileMessage(message)) };
  return [
    ...differences('placeholder', namesOf(uses.original), namesOf(uses.message)),
    ...differences('tag', tagsIn(original), tagsIn(message)),
    ...uses.message.flatMap((use) => pluralProblems(code, use)),
    ...uses.message.filter((use) => !isUsedSo(use, uses.original)).map(({ name, type }) => `{${name}} is no ${type}`),
  ];
}

/** A count may be written with its cases or without. */
function isUsedSo({ name, type }: Use, original: readonly Use[]): boolean {
  const kind = (word: string) => (word === 'plural' ? 'number' : word);
  return original.every((use) => use.name !== name || kind(use.type) === kind(type));
}

function usesIn(compiled: Compiled): readonly Use[] {
  return typeof compiled === 'string' ? [] : compiled.flatMap((part) => (Array.isArray(part) ? usesOf(part) : []));
}

function usesOf([name = '', type = '', cases]: readonly unknown[]): readonly Use[] {
  const rows = Object.entries(typeof cases === 'object' && cases ? cases : {}).filter(([, inner]) =>
    Array.isArray(inner),
  );
  const within = rows.flatMap(([, inner]) => usesIn(inner as Compiled));
  return [{ name: String(name), type: String(type), cases: rows.map(([key]) => key) }, ...within];
}

function pluralProblems(code: string, { name, type, cases }: Use): readonly string[] {
  if (type !== 'plural') return [];
  const rules = new Intl.PluralRules(code);
  const known: readonly string[] = rules.resolvedOptions().pluralCategories;
  const counts = Array.from({ length: MOST }, (_, count) => count).filter((count) => !cases.includes(String(count)));
  const needed = new Set(['other', ...counts.map((count) => rules.select(count))]);
  const named = cases.filter((key) => !/^(\d+|offset)$/.test(key));
  return [
    ...[...needed].filter((key) => !named.includes(key)).map((key) => `{${name}} lacks '${key}'`),
    ...named.filter((key) => !known.includes(key)).map((key) => `{${name}} has '${key}', which is not of the language`),
  ];
}

function namesOf(uses: readonly Use[]): ReadonlySet<string> {
  return new Set(uses.map(({ name }) => name));
}

function tagsIn(message: string): ReadonlySet<string> {
  return new Set(message.match(/<\/?\d+>/g));
}

function differences(what: string, wanted: ReadonlySet<string>, found: ReadonlySet<string>): readonly string[] {
  return [
    ...[...wanted].filter((one) => !found.has(one)).map((one) => `lacks the ${what} ${one}`),
    ...[...found].filter((one) => !wanted.has(one)).map((one) => `has the ${what} ${one}, which the English has not`),
  ];
}
