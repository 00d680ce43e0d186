import { type MessageId, t } from '../../base/i18n/i18n';
import filterStyles from './filter.module.css';

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly rows: readonly { readonly id: Id; readonly words: MessageId }[];
  readonly onChange: (id: Id) => void;
}

/** A labeled menu over the rows of a table. */
export function Choice<Id extends string>({ label, value, rows, onChange }: ChoiceProps<Id>) {
  return (
    <label className={filterStyles.choice}>
      <span className={filterStyles.label}>{label}</span>
      <select
        className={`control ${filterStyles.menu}`}
        value={value}
        onChange={(event) => {
          const chosen = rows.find((row) => row.id === event.target.value);
          if (chosen) {
            onChange(chosen.id);
          }
        }}
      >
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {t(row.words)}
          </option>
        ))}
      </select>
    </label>
  );
}
