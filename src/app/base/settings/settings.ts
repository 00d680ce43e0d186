import { CAUTIONS, type Caution } from '../../../contract/caution';
import { SCRIPT_CHOICES, type ScriptChoice } from '../../../contract/numeral-scripts';
import { Store } from '../store/store';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Digits of the interface: as usual in its language, 0-9, or the language's own. */
export const DIGIT_CHOICES = ['usual', 'western', 'own'] as const;
export type DigitChoice = (typeof DIGIT_CHOICES)[number];

/** How much of the history is kept; one row a choice. */
export const KEEP_CHOICES = ['everything', 'last', 'days', 'nothing'] as const;
export type KeepChoice = (typeof KEEP_CHOICES)[number];

/** The fewest and the most that may be asked for. */
export const KEEP_COUNTS = { last: { fewest: 1, most: 100_000 }, days: { fewest: 1, most: 3650 } } as const;

/** How much of the history is kept: `last` counts pictures, `days` is their age. */
export interface Retention {
  readonly keep: KeepChoice;
  readonly keepLast: number;
  readonly keepDays: number;
}

export interface Settings extends Retention {
  /** Whose history the choice is about: the id of a profile, '' for the open one. Others keep everything. */
  readonly keepOf: string;
  readonly theme: Theme;
  /** The code of the language that was chosen; '' for the browser's. */
  readonly language: string;
  readonly digits: DigitChoice;
  /** How much is marked to be checked. */
  readonly caution: Caution;
  /** The numeral script of pictures. */
  readonly script: ScriptChoice;
  /** The reader of other scripts was asked for on this device, so that 'auto' uses it. */
  readonly hasScripts: boolean;
  /** When all was backed up the last time (ms since 1970); null when it never was. */
  readonly lastBackupAt: number | null;
}

/** What goes along in a backup. A file must not decide how much is deleted here. */
const PORTABLE = ['theme', 'caution', 'script'] as const satisfies readonly (keyof Settings)[];
export type PortableSettings = Pick<Settings, (typeof PORTABLE)[number]>;

const DEFAULTS: Settings = {
  theme: 'system',
  language: '',
  digits: 'usual',
  caution: 'balanced',
  script: 'auto',
  hasScripts: false,
  keep: 'everything',
  keepLast: 100,
  keepDays: 30,
  keepOf: '',
  lastBackupAt: null,
};

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

  /** What a backup takes along. */
  portable(): PortableSettings {
    const { theme, caution, script } = this.state.get();
    return { theme, caution, script };
  }

  /** Takes over what a backup brought, as far as it is understood. */
  adopt(values: Readonly<Record<string, unknown>>): void {
    const known = PORTABLE.filter((key) => key in values || (key === 'caution' && 'sureAbove' in values));
    const checked = checkedSettings(values);
    this.change(Object.fromEntries(known.map((key) => [key, checked[key]])));
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
    return checkedSettings(stored);
  } catch {
    return DEFAULTS;
  }
}

/** What is kept, also by earlier versions, which asked for a probability. */
interface StoredSettings extends Settings {
  readonly sureAbove: unknown;
}

/** Whoever asked for any probability wanted more to be checked than the reader does. */
function cautionOf(sureAbove: unknown): Caution {
  return typeof sureAbove === 'number' && sureAbove > 0 && sureAbove < 1 ? 'cautious' : DEFAULTS.caution;
}

/** What is not understood is as it would be without a choice. */
function checkedSettings(stored: object): Settings {
  const {
    theme,
    language,
    digits,
    caution,
    sureAbove,
    script,
    hasScripts,
    keep,
    keepLast,
    keepDays,
    keepOf,
    lastBackupAt,
  } = stored as Partial<StoredSettings>;
  return {
    theme: THEMES.find((row) => row === theme) ?? DEFAULTS.theme,
    language: typeof language === 'string' ? language : DEFAULTS.language,
    digits: DIGIT_CHOICES.find((row) => row === digits) ?? DEFAULTS.digits,
    caution: CAUTIONS.find((row) => row.id === caution)?.id ?? cautionOf(sureAbove),
    script: SCRIPT_CHOICES.find((row) => row === script) ?? DEFAULTS.script,
    hasScripts: hasScripts === true,
    keep: KEEP_CHOICES.find((row) => row === keep) ?? DEFAULTS.keep,
    keepLast: isCount(keepLast, KEEP_COUNTS.last) ? keepLast : DEFAULTS.keepLast,
    keepDays: isCount(keepDays, KEEP_COUNTS.days) ? keepDays : DEFAULTS.keepDays,
    keepOf: typeof keepOf === 'string' ? keepOf : DEFAULTS.keepOf,
    lastBackupAt: typeof lastBackupAt === 'number' ? lastBackupAt : null,
  };
}

/** How much is kept of a history. @param profileId '' for the open one */
export function retentionOf({ keep, keepLast, keepDays, keepOf }: Settings, profileId: string): Retention {
  return { keep: keepOf === profileId ? keep : 'everything', keepLast, keepDays };
}

function isCount(value: unknown, range: { readonly fewest: number; readonly most: number }): value is number {
  return Number.isInteger(value) && Number(value) >= range.fewest && Number(value) <= range.most;
}
