import type { SettingsStore } from './settings';

/** Colors the document as the settings say, now and after every change. */
export function followTheme({ state }: SettingsStore): void {
  const apply = () => {
    document.documentElement.dataset.theme = state.get().theme;
  };
  apply();
  state.subscribe(apply);
}
