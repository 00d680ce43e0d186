import { ShieldCheck } from 'lucide-react';
import { usePageTitle } from '../shell/use-page-title';
import { DropZone } from './drop-zone';
import { Examples } from './examples';
import { Formats } from './formats';

const STEPS = [
  {
    title: 'Add a picture',
    words: 'A photo, scan or screenshot: a cheque amount, a postal code, a score sheet or a single digit.',
  },
  {
    title: 'Check the doubtful digits',
    words: 'They are marked with a question mark. Select one to see what else it may be.',
  },
  {
    title: 'Copy the number',
    words: 'The picture and its number stay in the history on this device.',
  },
] as const;

/** Home: what the app does, how to use it, and every way to hand in a picture. */
export function ReadPage() {
  usePageTitle();
  return (
    <div className="page read">
      <div className="read__intro">
        <h1 className="read__title" tabIndex={-1}>
          Read handwritten numbers
        </h1>
        <p className="read__lead">
          Drop in a photo, get the digits, and see at a glance which of them to double-check.
        </p>
        <p className="read__promise">
          <ShieldCheck size={20} aria-hidden />
          Your pictures never leave this device.
        </p>
      </div>
      <div className="read__input">
        <DropZone />
        <Examples />
      </div>
      <div className="read__help">
        <h2 className="visually-hidden">How it works</h2>
        <ol className="steps">
          {STEPS.map((step) => (
            <li key={step.title}>
              <h3 className="steps__title">{step.title}</h3>
              <p>{step.words}</p>
            </li>
          ))}
        </ol>
        <Formats />
      </div>
    </div>
  );
}
