import { Pencil, Redo2, Undo2 } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import { useServices } from '../../work/session/services';
import styles from './editable-name.module.css';

/** File systems take longer names badly. */
const MOST_CHARACTERS = 120;

interface EditableNameProps {
  /** What the heading says. */
  readonly name: string;
  /** What the field begins with; '' where the heading is no name. */
  readonly typed: string;
  /** What the button does, e.g. 'Rename the picture'. */
  readonly label: string;
  readonly className?: string | undefined;
  /** null: it cannot be renamed yet. */
  readonly onRename: ((name: string) => void) | null;
}

/** The heading of a page as a name that can be changed in its place: Enter keeps, Escape leaves it, one step of undo. */
export function EditableName({ name, typed, label, className, onRename }: EditableNameProps) {
  const { announcement } = useServices();
  const [isEditing, setEditing] = useState(false);
  const [step, setStep] = useState<{ readonly kind: 'undo' | 'redo'; readonly name: string } | null>(null);
  const pencil = useRef<HTMLButtonElement>(null);

  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => pencil.current?.focus());
  };
  const rename = (next: string, kind: 'undo' | 'redo') => {
    onRename?.(next);
    setStep({ kind, name: typed });
    announcement.set(t('name.renamed', { name: next || t('name.none') }));
  };
  if (isEditing) {
    return (
      <NameField
        {...{ typed, label }}
        onKeep={(next) => {
          if (next !== typed) rename(next, 'undo');
          close();
        }}
        onLeave={close}
      />
    );
  }
  const StepIcon = step?.kind === 'redo' ? Redo2 : Undo2;
  return (
    <div className={`${styles.name} ${className ?? ''}`}>
      <h1 className={styles.heading} tabIndex={-1} title={name}>
        {name}
      </h1>
      {onRename && (
        <button
          ref={pencil}
          type="button"
          className={`button button--quiet button--icon ${styles.pencil}`}
          aria-label={label}
          title={label}
          onClick={() => setEditing(true)}
        >
          <Pencil size={20} aria-hidden />
        </button>
      )}
      {onRename && step && (
        <button
          type="button"
          className={`button button--quiet button--small ${styles.pencil}`}
          onClick={() => rename(step.name, step.kind === 'undo' ? 'redo' : 'undo')}
        >
          <StepIcon size={16} aria-hidden />
          <span className={styles.step}>{t(step.kind === 'undo' ? 'name.undo' : 'name.redo')}</span>
        </button>
      )}
    </div>
  );
}

interface NameFieldProps extends Pick<EditableNameProps, 'typed' | 'label'> {
  readonly onKeep: (name: string) => void;
  readonly onLeave: () => void;
}

function NameField({ typed, label, onKeep, onLeave }: NameFieldProps) {
  const [value, setValue] = useState(typed);
  // A field that is taken away loses the focus once more.
  const isOver = useRef(false);
  const end = (how: () => void) => {
    if (isOver.current) return;
    isOver.current = true;
    how();
  };
  const keep = () => end(() => onKeep(value.trim()));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    keep();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') end(onLeave);
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <h1 className="visually-hidden">{typed || label}</h1>
      <input
        className={styles.input}
        aria-label={label}
        value={value}
        maxLength={MOST_CHARACTERS}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for it
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
    </form>
  );
}
