// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import type { Messages } from '@lingui/core';
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeRecognizer, openPage, resetPage, stubBrowser } from '../../test-page';
import { formatBytes } from './format-bytes';
import { formatCount, formatShare } from './format-number';
import { formatProbability } from './format-probability';
import { loadWords, showLanguage, t } from './i18n';
import { ENGLISH, type Language, preferredLanguage, type WordsOf } from './languages';
import { localFailureWords } from './local-failure';

beforeEach(() => {
  stubBrowser();
});

afterEach(async () => {
  await act(() => showLanguage(ENGLISH));
  resetPage();
  vi.unstubAllGlobals();
});

function language(code: string, catalogs: Partial<Record<WordsOf, Messages>>, dir: Language['dir'] = 'ltr'): Language {
  return { code, name: code, dir, load: async (part) => catalogs[part] };
}

it('changes the words of the whole page at once, and the form of numbers', async () => {
  openPage(new FakeRecognizer());
  expect(screen.getByRole('link', { name: 'Read' })).toBeInTheDocument();
  const words = { 'shell.page.read': 'Lesen', 'read.title': 'Handgeschriebene Zahlen lesen' };
  await act(() => showLanguage(language('de', { shell: words })));
  expect(screen.getByRole('link', { name: 'Lesen' })).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Handgeschriebene Zahlen lesen');
  expect(formatCount(10_000)).toBe('10.000');
  expect(formatShare(0.9957)).toBe('99,57\u00a0%');
  expect(formatProbability(0.5)).toBe('50,0\u00a0%');
  expect(formatBytes(1_800_000)).toMatch(/^1,8\sMB$/);
});

it('says in English what the language has no message for', async () => {
  openPage(new FakeRecognizer());
  await act(() => showLanguage(language('de', { shell: { 'shell.page.read': 'Lesen' } })));
  expect(screen.getByRole('link', { name: 'History' })).toBeInTheDocument();
  await loadWords('draw');
  expect(t('draw.title')).toBe('Draw a number');
  expect(localFailureWords({ kind: 'empty-file' }).title).toBe('The file is empty');
});

it('brings the words of parts that are loaded before and after the change', async () => {
  await loadWords('draw');
  await showLanguage(language('fr', { draw: { 'draw.title': 'Dessiner' }, lists: { 'out.export': 'Exporter' } }));
  await loadWords('lists');
  expect([t('draw.title'), t('out.export')]).toEqual(['Dessiner', 'Exporter']);
});

it('stays in English where the words do not arrive', async () => {
  await showLanguage({ ...ENGLISH, code: 'nl', load: () => Promise.reject(new TypeError('Failed to fetch')) });
  expect(t('shell.page.read')).toBe('Read');
});

it('names the language and its direction on the document', async () => {
  await showLanguage(language('ar', {}, 'rtl'));
  expect(document.documentElement).toHaveAttribute('lang', 'ar');
  expect(document.documentElement).toHaveAttribute('dir', 'rtl');
  await showLanguage(ENGLISH);
  expect(document.documentElement).toHaveAttribute('lang', 'en');
  expect(document.documentElement).toHaveAttribute('dir', 'ltr');
});

it('says failures in the language that is shown, where it has them', async () => {
  const failures = { 'failure.empty-file.named': [['file'], ' ist leer.'] } as Messages;
  await showLanguage(language('de', { failures }));
  expect(localFailureWords({ kind: 'empty-file', fileName: 'scheck.png' })).toMatchObject({
    title: 'The file is empty',
    explanation: 'scheck.png ist leer.',
  });
});

it.each([
  [['pt-BR', 'en'], 'pt'],
  [['zh-TW'], 'zh-TW'],
  [['xx', 'de-CH'], 'de'],
  [['xx'], 'en'],
  [[], 'en'],
])('of %j shows %s', (wanted, code) => {
  const rows = ['en', 'de', 'pt', 'zh-TW'].map((row) => language(row, {}));
  expect(preferredLanguage(wanted, rows).code).toBe(code);
});
