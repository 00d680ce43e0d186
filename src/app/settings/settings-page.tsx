import { usePageTitle } from '../shell/use-page-title';
import { useServices } from '../state/services';
import { useStore } from '../state/store';
import { formatProbability } from '../words/format-probability';
import { ReaderSection } from './reader-section';
import { SURE_LEVELS, type Theme } from './settings';
import { StorageSection } from './storage-section';

const THEME_WORDS: readonly { readonly theme: Theme; readonly name: string }[] = [
  { theme: 'system', name: 'As the device' },
  { theme: 'light', name: 'Light' },
  { theme: 'dark', name: 'Dark' },
];

/** What a person may choose, and what the app uses of the device. */
export function SettingsPage() {
  usePageTitle('Settings');
  return (
    <div className="page page--narrow settings">
      <h1 tabIndex={-1}>Settings</h1>
      <ThemeSection />
      <SureSection />
      <StorageSection />
      <ReaderSection />
    </div>
  );
}

function ThemeSection() {
  const { settings } = useServices();
  const { theme: chosen } = useStore(settings.state);
  return (
    <fieldset className="sheet settings__section">
      <legend className="settings__title">Colors</legend>
      <div className="choices">
        {THEME_WORDS.map(({ theme, name }) => (
          <label key={theme} className="choices__item">
            <input type="radio" name="theme" checked={theme === chosen} onChange={() => settings.change({ theme })} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SureSection() {
  const { settings } = useServices();
  const { sureAbove } = useStore(settings.state);
  return (
    <fieldset className="sheet settings__section">
      <legend className="settings__title">What counts as sure</legend>
      <p>
        The reader marks a digit to be checked when it may be wrong. Raise this to check more of them; it holds for
        pictures read from now on. Read a picture again to apply it there.
      </p>
      <div className="choices">
        {SURE_LEVELS.map((level) => (
          <label key={level} className="choices__item">
            <input
              type="radio"
              name="sure-above"
              checked={level === sureAbove}
              onChange={() => settings.change({ sureAbove: level })}
            />
            {level === 0 ? 'As the reader judges' : `At least ${formatProbability(level)}`}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
