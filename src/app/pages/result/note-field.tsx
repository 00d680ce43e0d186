import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import { useServices } from '../../work/session/services';
import styles from './note-field.module.css';

const MOST_CHARACTERS = 2000;
/** So long nothing is typed before the note is saved; leaving the field saves it at once. */
const CALM_MS = 600;

/** A person's own words on a picture; they are saved by themselves, with one step of undo once the field is left. */
export function NoteField({ id, note }: { readonly id: string; readonly note: string }) {
  const { history } = useServices();
  const [value, setValue] = useState(note);
  const saved = useRef(note);
  const entered = useRef(note);
  const [step, setStep] = useState<{ readonly kind: 'undo' | 'redo'; readonly note: string } | null>(null);
  const fieldId = useId();

  const save = () => {
    if (value === saved.current) return;
    saved.current = value;
    void history.describe([id], { note: value.trim() });
  };
  const leave = () => {
    save();
    if (value !== entered.current) setStep({ kind: 'undo', note: entered.current });
  };
  const go = ({ kind, note: other }: NonNullable<typeof step>) => {
    setStep({ kind: kind === 'undo' ? 'redo' : 'undo', note: value });
    setValue(other);
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
      <label id={`${fieldId}-label`} htmlFor={fieldId}>
        {t('note.label')}
      </label>
      <textarea
        id={fieldId}
        className={`control ${styles.field}`}
        rows={1}
        maxLength={MOST_CHARACTERS}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => event.stopPropagation()}
        onFocus={() => {
          entered.current = value;
        }}
        onBlur={leave}
      />
      {step && <StepButton kind={step.kind} fieldId={fieldId} onUse={() => go(step)} />}
    </div>
  );
}

interface StepButtonProps {
  readonly kind: 'undo' | 'redo';
  /** Of the field that it changes, whose label it shares. */
  readonly fieldId: string;
  readonly onUse: () => void;
}

function StepButton({ kind, fieldId, onUse }: StepButtonProps) {
  const Icon = kind === 'undo' ? Undo2 : Redo2;
  return (
    <button
      type="button"
      className="button button--small"
      aria-labelledby={`${fieldId}-label ${fieldId}-step`}
      onClick={onUse}
    >
      <Icon size={16} aria-hidden />
      <span id={`${fieldId}-step`}>{t(kind === 'undo' ? 'fix.undo' : 'fix.redo')}</span>
    </button>
  );
}
