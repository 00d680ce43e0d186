import { useState } from 'react';
import { useIntake } from '../intake/intake';

/** Pictures that come with the app; sources and licences stand in `public/examples/README.md`. */
const EXAMPLES = [
  { file: 'number.jpg', name: 'A number' },
  { file: 'grid.jpg', name: 'A grid' },
  { file: 'digit.png', name: 'One digit' },
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
    <section className="examples" aria-labelledby="examples-title">
      <h2 id="examples-title" className="examples__title">
        No picture at hand? Try one of these
      </h2>
      <ul className="examples__list">
        {EXAMPLES.map((example) => (
          <li key={example.file}>
            <button type="button" className="example" onClick={() => void open(example)} onPointerEnter={expect}>
              <img className="example__picture" src={`./examples/${example.file}`} alt="" />
              <span>{example.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="examples__missing">
        {missing && `“${missing.name}” could not be loaded. Check the connection, then try again.`}
      </p>
    </section>
  );
}
