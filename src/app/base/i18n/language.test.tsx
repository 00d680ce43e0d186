// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeRecognizer, openPage, resetPage, stubBrowser } from '../../test-page';
import { formatBytes } from './format-bytes';
import { formatCount, formatShare } from './format-number';
import { formatProbability } from './format-probability';
import { i18n } from './i18n';
import { localFailureWords } from './local-failure';

beforeEach(() => {
  stubBrowser();
});

afterEach(() => {
  i18n.activate('en');
  resetPage();
  vi.unstubAllGlobals();
});

it('changes the words of the whole page at once, and the form of numbers', () => {
  openPage(new FakeRecognizer());
  expect(screen.getByRole('link', { name: 'Read' })).toBeInTheDocument();
  i18n.load('de', { 'shell.page.read': 'Lesen', 'read.title': 'Handgeschriebene Zahlen lesen' });
  act(() => i18n.activate('de'));
  expect(screen.getByRole('link', { name: 'Lesen' })).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Handgeschriebene Zahlen lesen');
  expect(formatCount(10_000)).toBe('10.000');
  expect(formatShare(0.9957)).toBe('99,57\u00a0%');
  expect(formatProbability(0.5)).toBe('50,0\u00a0%');
  expect(formatBytes(1_800_000)).toMatch(/^1,8\sMB$/);
});

it('says failures in the language that is shown, where it has them', () => {
  i18n.load('de', { 'failure.empty-file.named': [['file'], ' ist leer.'] });
  i18n.activate('de');
  expect(localFailureWords({ kind: 'empty-file', fileName: 'scheck.png' })).toMatchObject({
    title: 'The file is empty',
    explanation: 'scheck.png ist leer.',
  });
});
