import { describe, expect, it } from 'vitest';
import { SettingsStore } from './settings';

function place(content: string | null = null) {
  const values = new Map<string, string>();
  if (content !== null) {
    values.set('digit-reader-settings', content);
  }
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

describe('settings', () => {
  it('are there again after a reload', () => {
    const kept = place();
    new SettingsStore(kept).change({ theme: 'dark' });
    new SettingsStore(kept).change({ caution: 'quick' });
    expect(new SettingsStore(kept).state.get()).toMatchObject({ theme: 'dark', caution: 'quick' });
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another version', '{"version":9,"theme":"dark"}'],
    [
      'unknown values',
      '{"version":1,"theme":"pink","caution":"reckless","keep":"some","keepLast":0,"keepDays":"3","language":7,"digits":"roman","script":"runes","hasScripts":1}',
    ],
  ])('fall back to what suits most where %s was kept', (_what, content) => {
    expect(new SettingsStore(place(content)).state.get()).toEqual({
      ...{
        theme: 'system',
        language: '',
        digits: 'usual',
        caution: 'balanced',
        script: 'auto',
        hasScripts: false,
        keep: 'everything',
        keepLast: 100,
        keepDays: 30,
      },
      ...{ keepOf: '', lastBackupAt: null },
    });
  });

  it('from a backup are taken over as far as they are understood, and never what is deleted', () => {
    const settings = new SettingsStore(null);
    settings.change({ keep: 'last', keepLast: 7 });
    settings.adopt({
      theme: 'dark',
      caution: 'wild',
      script: 'thai',
      hasScripts: true,
      keep: 'nothing',
      lastBackupAt: 5,
      other: true,
    });
    expect(settings.state.get()).toMatchObject({ theme: 'dark', caution: 'balanced', keep: 'last', keepLast: 7 });
    expect(settings.portable()).toEqual({ theme: 'dark', caution: 'balanced', script: 'thai' });
    expect(settings.state.get().hasScripts).toBe(false);
    settings.adopt({ sureAbove: 0.99 });
    expect(settings.state.get().caution).toBe('cautious');
    settings.adopt({});
    expect(settings.state.get().theme).toBe('dark');
  });

  it('work for the page where nothing can be kept', () => {
    const denied = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('no room', 'QuotaExceededError');
      },
    };
    const settings = new SettingsStore(denied);
    settings.change({ theme: 'light' });
    expect(settings.state.get().theme).toBe('light');
    const without = new SettingsStore(null);
    without.change({ caution: 'quick' });
    expect(without.state.get().caution).toBe('quick');
  });
});
