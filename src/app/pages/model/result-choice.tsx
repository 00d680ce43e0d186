import { useId, useState } from 'react';
import cardSectionStyles from './card-section.module.css';
import styles from './result-choice.module.css';

/** What a choice between measured sets needs of each. */
interface Choosable {
  readonly name: string;
  readonly split: string;
  readonly count: number;
}

/** Which of several measured sets a figure shows; the largest first. */
export function useResultChoice<Result extends Choosable>(results: readonly Result[]) {
  const sorted = [...results].sort((a, b) => b.count - a.count);
  const [index, setIndex] = useState(0);
  return { sorted, chosen: sorted[index] ?? null, index, setIndex };
}

interface ResultChoiceProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly index: number;
  readonly onChoose: (index: number) => void;
}

/** A menu of names; the only name as words where there is nothing to choose. */
export function ResultChoice({ label, names, index, onChoose }: ResultChoiceProps) {
  const id = useId();
  if (names.length < 2) {
    return (
      <p className={cardSectionStyles.lead}>
        {label}: {names[0]}
      </p>
    );
  }
  return (
    <p className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} className={styles.menu} value={index} onChange={(event) => onChoose(Number(event.target.value))}>
        {names.map((name, at) => (
          <option key={name} value={at}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

/** How a measured set is called in menus and captions. */
export function resultName({ name, split }: Choosable): string {
  return `${name}, ${split}`;
}
