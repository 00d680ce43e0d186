import { useState } from 'react';
import { t } from '../../base/i18n/i18n';
import { useIntake } from '../../parts/intake/intake';
import styles from './examples.module.css';

/** Pictures that come with the app; sources and licences stand in `public/examples/README.md`. */
const EXAMPLES = [
  { file: 'number.jpg', words: 'read.examples.number' },
  { file: 'grid.jpg', words: 'read.examples.grid' },
  { file: 'digit.png', words: 'read.examples.digit' },
] as const;

type Example = (typeof EXAMPLES)[number];

async function fetchExample(example: Example): Promise<File | null> {
  try {
    const response = await fetch(`./examples/${example.file}`);
    return response.ok ? new File([await response.blob()], example.file) : null;
  } catch {
    return null;
  }
}

/** Three pictures to try the reader with. */
export function Examples() {
  const { take, expect } = useIntake();
  const [missing, setMissing] = useState<Example | null>(null);

  const open = async (example: Example) => {
    expect();
    const file = await fetchExample(example);
    setMissing(file ? null : example);
    if (file) {
      take([file]);
    }
  };

  return (
    <section className={styles.examples} aria-labelledby="examples-title">
      <h2 id="examples-title" className={styles.title}>
        {t('read.examples.title')}
      </h2>
      <ul className={styles.list}>
        {EXAMPLES.map((example) => (
          <li key={example.file}>
            <button type="button" className={styles.example} onClick={() => void open(example)} onPointerEnter={expect}>
              <img className={styles.picture} src={`./examples/${example.file}`} alt="" />
              <span>{t(example.words)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.missing}>
        {missing && t('read.examples.missing', { name: t(missing.words) })}
      </p>
    </section>
  );
}
