import { ImagePlus, SearchX } from 'lucide-react';
import { useIntake } from '../intake/intake';

/** Nothing was read, and nothing is made up. */
export function NoDigits() {
  const { openPicker } = useIntake();
  return (
    <section className="no-digits">
      <SearchX size={40} strokeWidth={1.5} aria-hidden />
      <h2>No digits found</h2>
      <p>Nothing in this picture looks enough like a digit from 0 to 9. If there is one, these help:</p>
      <ul>
        <li>let the number fill more of the picture</li>
        <li>take it straight from above, in even light</li>
        <li>turn the picture upright if it lies on its side</li>
      </ul>
      <div className="actions">
        <button type="button" className="button button--primary" onClick={openPicker}>
          <ImagePlus size={20} aria-hidden />
          Choose another picture
        </button>
      </div>
    </section>
  );
}
