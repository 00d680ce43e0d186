import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTERFACE_LANGUAGES } from '../src/contract/interface-languages';
import { readCatalog, readEnglish } from './read-catalogs';
import { missingMessages, translationProblems } from './translation-problems';

const CATALOGS = path.resolve(import.meta.dirname, '../src/app/base/i18n/catalogs');
const GLOSSARY = path.resolve(import.meta.dirname, '../docs/languages/glossary.json');
const OTHERS = INTERFACE_LANGUAGES.filter(({ code }) => code !== 'en').map(({ code }) => code);

describe('translations', () => {
  it('are of the languages that the interface has', () => {
    const files = readdirSync(CATALOGS).filter((name) => name.endsWith('.json'));
    expect(files.filter((name) => !OTHERS.some((code) => name === `${code}.json`))).toEqual([]);
  });

  it.each(OTHERS)('to %s say what the English says, in the forms of the language', (code) => {
    expect(translationProblems(code, readEnglish(), readCatalog(code))).toEqual([]);
  });
});

it('the glossary has one word for each thing in every language', () => {
  const glossary = JSON.parse(readFileSync(GLOSSARY, 'utf8')) as Record<string, Record<string, string>>;
  for (const [term, words] of Object.entries(glossary)) {
    expect(Object.keys(words).sort(), term).toEqual([...OTHERS].sort());
  }
});

describe('a wrong translation is found:', () => {
  const english = {
    count: '{count, plural, one {# picture} other {# pictures}} of {name}',
    link: 'Digit <0>{position, number}</0>',
  };
  it.each([
    ['de', 'a message that nothing says', { other: 'Bild' }, 'nothing says it'],
    ['de', 'an empty one', { link: ' ' }, 'empty'],
    ['de', 'a placeholder left out', { count: '{count, number} Bilder' }, 'lacks the placeholder name'],
    ['de', 'a placeholder too many', { link: '<0>{position, number}</0> {name}' }, 'has the placeholder name'],
    ['de', 'a tag left out', { link: '{position, number}' }, 'lacks the tag <0>'],
    ['de', 'a form left out', { count: '{name}: {count, plural, other {#}}' }, "{count} lacks 'one'"],
    ['ar', 'a form of the language left out', { count: '{name}: {count, plural, one {#} other {#}}' }, "lacks 'few'"],
    ['zh', 'a form of another language', { count: '{name}: {count, plural, one {#} other {#}}' }, "has 'one'"],
    ['de', 'a number without its format', { link: '<0>{position}</0>' }, '{position} is no '],
  ])('in %s, %s', (code, _what, translated, problem) => {
    expect(translationProblems(code, english, translated).join('\n')).toContain(problem);
  });

  it('and what is missing is listed', () => {
    expect(missingMessages(english, { link: '' })).toEqual(['count']);
  });

  it('while a count may do without cases, and rare forms may be left out', () => {
    const spanish = { count: '{name}: {count, plural, one {# imagen} other {# imágenes}}' };
    expect(translationProblems('es', english, spanish)).toEqual([]);
    expect(translationProblems('zh', english, { count: '{name}：{count, number}' })).toEqual([]);
  });
});
