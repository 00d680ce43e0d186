import { Store } from '../state/store';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What a person may count as sure, as probabilities; 0 leaves it to the reader. */
export const SURE_LEVELS = [0, 0.95, 0.99, 0.999] as const;

export interface Settings {
  readonly theme: Theme;
  /** Digits below this probability are marked to be checked, even where the reader would not. */
  readonly sureAbove: number;
}

const DEFAULTS: Settings = { theme: 'system', sureAbove: 0 };

const KEY = 'digit-reader-settings';
/** Raised when the stored form changes; what another version wrote is not understood and left alone until a change. */
const VERSION = 1;

/** What `SettingsStore` needs of `localStorage`. */
export type SettingsPlace = Pick<Storage, 'getItem' | 'setItem'>;

/** The browser's place for settings; null where it denies storage. */
export function settingsPlace(): SettingsPlace | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The person's choices, kept on this device; without storage they last as long as the page. */
export class SettingsStore {
  readonly state: Store<Settings>;
  readonly #place: SettingsPlace | null;

  constructor(place: SettingsPlace | null) {
    this.#place = place;
    this.state = new Store(readSettings(place));
  }

  change(change: Partial<Settings>): void {
    const next = { ...this.state.get(), ...change };
    this.state.set(next);
    try {
      this.#place?.setItem(KEY, JSON.stringify({ version: VERSION, ...next }));
    } catch {
      // No room or not allowed: the choice lasts as long as the page.
    }
  }
}

function readSettings(place: SettingsPlace | null): Settings {
  try {
    const stored: unknown = JSON.parse(place?.getItem(KEY) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('version' in stored) || stored.version !== VERSION) {
      return DEFAULTS;
    }
    const { theme, sureAbove } = stored as Partial<Settings>;
    return {
      theme: THEMES.find((row) => row === theme) ?? DEFAULTS.theme,
      sureAbove: SURE_LEVELS.find((row) => row === sureAbove) ?? DEFAULTS.sureAbove,
    };
  } catch {
    return DEFAULTS;
  }
}
