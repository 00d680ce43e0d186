import { beforeAll, expect, it } from 'vitest';
import { CHARACTERS } from '../../../contract/characters';
import { NUMBER_KINDS } from '../../../contract/number-kinds';
import { DOUBTS, INK_KINDS } from '../../../contract/recognition';
import words from '../../base/i18n/catalogs/en/result.json';
import { loadWords } from '../../base/i18n/i18n';
import { characterName } from './character-words';

beforeAll(() => loadWords('result'));

it.each([
  ...CHARACTERS.filter(({ kind }) => kind === 'mark').map(({ spoken }) => `character.${spoken}`),
  ...DOUBTS.map((doubt) => `doubt.${doubt}`),
  ...NUMBER_KINDS.map((kind) => `kind.${kind}`),
  ...INK_KINDS.map((kind) => `ink.${kind}`),
])('%s has words', (id) => {
  expect(words).toHaveProperty([id]);
});

it('digits are called as they are, marks by their names', () => {
  expect([...'1.-/'].map((code) => characterName(code))).toEqual(['1', 'point', 'minus', 'slash']);
});
