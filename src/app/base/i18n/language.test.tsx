// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import type { Messages } from '@lingui/core';
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeRecognizer, openPage, resetPage, stubBrowser } from '../../test-page';
import { SettingsStore } from '../settings/settings';
import { chooseLanguage, followLanguage, localeOf } from './follow-language';
import { formatBytes } from './format-bytes';
import { formatCount, formatShare } from './format-number';
import { formatProbability } from './format-probability';
import { loadWords, showLanguage, t } from './i18n';
import { ENGLISH, LANGUAGES, type Language, preferredLanguage } from './languages';
import { localFailureWords } from './local-failure';

beforeEach(() => {
  stubBrowser();
  window.history.replaceState(null, '', '/');
});

afterEach(async () => {
  await act(() => showLanguage(ENGLISH));
  resetPage();
  vi.unstubAllGlobals();
});

function language(code: string, messages: Messages, dir: Language['dir'] = 'ltr'): Language {
  return { code, name: code, dir, load: async () => messages };
}

it('changes the words of the whole page at once, and the form of numbers', async () => {
  openPage(new FakeRecognizer());
  expect(screen.getByRole('link', { name: 'Read' })).toBeInTheDocument();
  const words = { 'shell.page.read': 'Lesen', 'read.title': 'Handgeschriebene Zahlen lesen' };
  await act(() => showLanguage(language('de', words)));
  expect(screen.getByRole('link', { name: 'Lesen' })).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Handgeschriebene Zahlen lesen');
  expect(formatCount(10_000)).toBe('10.000');
  expect(formatShare(0.9957)).toBe('99,57\u00a0%');
  expect(formatProbability(0.5)).toBe('50,0\u00a0%');
  expect(formatBytes(1_800_000)).toMatch(/^1,8\sMB$/);
});

it('says in English what the language has no message for', async () => {
  openPage(new FakeRecognizer());
  await act(() => showLanguage(language('de', { 'shell.page.read': 'Lesen' })));
  expect(screen.getByRole('link', { name: 'History' })).toBeInTheDocument();
  await loadWords('draw');
  expect(t('draw.title')).toBe('Draw a number');
  expect(localFailureWords({ kind: 'empty-file' }).title).toBe('The file is empty');
});

it('stays in the language that is shown where the words of another do not arrive', async () => {
  await showLanguage(language('ar', { 'shell.page.read': 'اقرأ' }, 'rtl'));
  const unreachable = { ...ENGLISH, code: 'nl', load: () => Promise.reject(new TypeError('Failed to fetch')) };
  expect(await showLanguage(unreachable)).toBe(false);
  expect(t('shell.page.read')).toBe('اقرأ');
  expect(document.documentElement).toHaveAttribute('dir', 'rtl');
});

it('shows the language that was asked for last, whichever arrives first', async () => {
  let arrive = (_messages: Messages): void => undefined;
  const slow: Language = { ...language('fr', {}), load: () => new Promise((resolve) => (arrive = resolve)) };
  const first = showLanguage(slow);
  await showLanguage(language('de', { 'shell.page.read': 'Lesen' }));
  arrive({ 'shell.page.read': 'Lire' });
  await first;
  expect(t('shell.page.read')).toBe('Lesen');
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
  await showLanguage(language('de', failures));
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

it('parts numbers and names from the text around them where that runs from right to left', async () => {
  const words = { 'shell.deleted.one': ['حُذفت ', ['name']] } as unknown as Messages;
  await showLanguage(language('ar', words, 'rtl'));
  expect(t('shell.deleted.one', { name: '-264.27' })).toBe('حُذفت \u2068-264.27\u2069');
  await showLanguage(language('de', words));
  expect(t('shell.deleted.one', { name: '-264.27' })).toBe('حُذفت -264.27');
});

it.each([
  ['ar', ['ar-EG', 'en'], 'usual', 'ar-EG', '١٬٢٣٤'],
  ['ar', ['ar-EG'], 'western', 'ar-EG-u-nu-latn', '1,234'],
  ['hi', ['en-IN'], 'own', 'hi-u-nu-deva', '१,२३४'],
  ['en', ['en-IN'], 'usual', 'en-IN', '1,234'],
  ['es', ['es-MX', 'es'], 'usual', 'es-MX', '1,234'],
] as const)('numbers in %s for %j with %s digits are those of %s', (code, wanted, digits, locale, number) => {
  const row = preferredLanguage([code]);
  expect(localeOf(row, wanted, digits)).toBe(locale);
  expect(new Intl.NumberFormat(locale).format(1234)).toBe(number);
});

it('every language has its direction and its digits', () => {
  for (const { code, dir, ownDigits } of LANGUAGES) {
    expect(['ar', 'fa'].includes(code), code).toBe(dir === 'rtl');
    const sample = new Intl.NumberFormat(`${code}-u-nu-${ownDigits ?? 'latn'}`, { useGrouping: false }).format(123);
    expect(sample === '123', code).toBe(ownDigits === undefined);
  }
});

describe('the language', () => {
  const address = () => window.location.search;

  beforeEach(() => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-AT', 'en']);
  });

  it('is the first of the browser that there is', async () => {
    await followLanguage(new SettingsStore(null));
    expect(document.documentElement.lang).toBe('de');
    expect(address()).toBe('');
  });

  it('is what was chosen before, and the address says so', async () => {
    const settings = new SettingsStore(null);
    settings.change({ language: 'fr' });
    await followLanguage(settings);
    expect(document.documentElement.lang).toBe('fr');
    expect(address()).toBe('?lang=fr');
  });

  it('is that of a shared link first, without being remembered', async () => {
    window.history.replaceState(null, '', '/?lang=ar#/model');
    const settings = new SettingsStore(null);
    settings.change({ language: 'fr' });
    await followLanguage(settings);
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect(settings.state.get().language).toBe('fr');
  });

  it('of an address that nobody knows is passed over', async () => {
    window.history.replaceState(null, '', '/?lang=tlh');
    await followLanguage(new SettingsStore(null));
    expect(document.documentElement.lang).toBe('de');
  });

  it('is remembered when it is chosen, and goes into the address beside what is there', async () => {
    window.history.replaceState(null, '', '/?backend=wasm#/settings');
    const settings = new SettingsStore(null);
    await followLanguage(settings);
    await chooseLanguage(settings, preferredLanguage(['fa']));
    expect(settings.state.get().language).toBe('fa');
    expect(window.location.href).toMatch(/\/\?backend=wasm&lang=fa#\/settings$/);
  });

  it('is written with other digits as soon as these are chosen', async () => {
    const settings = new SettingsStore(null);
    await followLanguage(settings);
    await chooseLanguage(settings, preferredLanguage(['fa']));
    expect(formatCount(1234)).toBe('۱٬۲۳۴');
    settings.change({ digits: 'western' });
    await vi.waitFor(() => expect(formatCount(1234)).toBe('1,234'));
  });
});

it('is chosen in Settings, and the page is in it at once', async () => {
  window.history.replaceState(null, '', '/');
  const { user, services } = openPage(new FakeRecognizer(), '#/settings');
  await followLanguage(services.settings);
  const menu = await screen.findByRole('combobox', { name: 'Language' });
  await user.selectOptions(menu, 'हिन्दी');
  await vi.waitFor(() => expect(document.documentElement).toHaveAttribute('lang', 'hi'));
  await user.click(screen.getByRole('radio', { name: '१२३४५६७८९०' }));
  await vi.waitFor(() => expect(formatCount(12)).toBe('१२'));
});
