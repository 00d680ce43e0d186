import { Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import fieldStyles from './field.module.css';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Tells password managers what it is for. */
  readonly autoComplete: 'new-password' | 'current-password';
  /** What is wrong with it; null when nothing is. */
  readonly problem?: string | null;
  /** More about the field, by its id. */
  readonly describedBy?: string;
  readonly autoFocus?: boolean;
}

/** A passphrase that can be pasted and looked at. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { label, value, onChange, autoComplete, problem = null, describedBy, autoFocus = false } = props;
  const [isShown, setShown] = useState(false);
  const id = useId();
  const Icon = isShown ? EyeOff : Eye;
  const described = [describedBy, problem === null ? undefined : `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        {label}
      </label>
      <span className={fieldStyles.row}>
        <input
          id={id}
          className={fieldStyles.input}
          type={isShown ? 'text' : 'password'}
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required
          // biome-ignore lint/a11y/noAutofocus: a lock screen has nothing else to do
          autoFocus={autoFocus}
          aria-invalid={problem !== null || undefined}
          aria-describedby={described || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" className="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          <Icon size={20} aria-hidden />
          {t(isShown ? 'profiles.hide' : 'profiles.show')}
        </button>
      </span>
      {problem !== null && (
        <p id={`${id}-problem`} className={fieldStyles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
