import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import { useServices } from '../../work/session/services';
import styles from './note-field.module.css';

const MOST_CHARACTERS = 2000;
/** So long nothing is typed before the note is saved; leaving the field saves it at once. */
const CALM_MS = 600;

/** A person's own words on a picture; they are saved by themselves. */
export function NoteField({ id, note }: { readonly id: string; readonly note: string }) {
  const { history } = useServices();
  const [value, setValue] = useState(note);
  const saved = useRef(note);
  const fieldId = useId();

  const save = () => {
    if (value === saved.current) return;
    saved.current = value;
    void history.describe([id], { note: value.trim() });
  };
  const saveLast = useEffectEvent(save);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every change of the text
  useEffect(() => {
    const timer = setTimeout(() => saveLast(), CALM_MS);
    return () => clearTimeout(timer);
  }, [value]);
  // What was typed last goes along when the page is left.
  useEffect(() => () => saveLast(), []);

  return (
    <div className={styles.note} data-empty={value === '' || undefined}>
      <label htmlFor={fieldId}>{t('note.label')}</label>
      <textarea
        id={fieldId}
        className={`control ${styles.field}`}
        rows={1}
        maxLength={MOST_CHARACTERS}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => event.stopPropagation()}
        onBlur={save}
      />
    </div>
  );
}
