import { Trash2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { typedNumber } from '../../../contract/characters';
import { t } from '../../base/i18n/i18n';
import styles from './number-form.module.css';

interface NumberFormProps {
  /** What the field begins with. */
  readonly text: string;
  /** Whether the field has the focus at once: somebody has begun to type. */
  readonly isTyping: boolean;
  /** It may have letters. */
  readonly takesLetters: boolean;
  readonly onSave: (text: string) => void;
  readonly onRemove: () => void;
  /** Escape: back to the tile. */
  readonly onLeave: () => void;
}

/** Corrects a number that is doubtful as a whole. Keys that stand in no number do nothing. */
export function NumberForm({ text, isTyping, takesLetters, onSave, onRemove, onLeave }: NumberFormProps) {
  const [value, setValue] = useState(text);
  const id = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (value !== '') onSave(value);
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <label htmlFor={id}>{t('contact.number')}</label>
      <input
        id={id}
        className={styles.field}
        dir="ltr"
        inputMode={takesLetters ? 'text' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: the person has just begun to type here
        autoFocus={isTyping}
        onChange={({ target }) => setValue(typedNumber(target.value, takesLetters) ?? value)}
        onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      />
      <button type="submit" className="button button--primary" aria-disabled={value === '' || undefined}>
        {t('contact.number.save')}
      </button>
      <button type="button" className="button" onClick={onRemove}>
        <Trash2 size={20} aria-hidden />
        {t('contact.number.none')}
      </button>
    </form>
  );
}
