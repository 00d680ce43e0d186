import { fireEvent, screen } from '@testing-library/react';
import { success } from '../contract/result';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { FakeRecognizer, openPage, pngFile } from './test-page';

export const doubt = (label: number, maybe: number, x: number) =>
  testDigit(label, { probability: 0.6, maybe, verdict: 'check', x });

/** 4 0? 7 1? in one line. */
export const CHEQUE = testRecognition([[testDigit(4), doubt(0, 9, 30), testDigit(7, { x: 60 }), doubt(1, 7, 90)]]);

/** Reads `cheque.png` as `CHEQUE`, and nothing in `blank.png`. */
export function chequeRecognizer(): FakeRecognizer {
  const recognizer = new FakeRecognizer();
  recognizer.answers.set('cheque.png', success(CHEQUE));
  recognizer.answers.set('blank.png', success(testRecognition([])));
  return recognizer;
}

/** Hands the picture in and waits until its result can be corrected. */
export async function openResult(recognizer: FakeRecognizer, name = 'cheque.png') {
  const page = openPage(recognizer);
  fireEvent.change(screen.getByLabelText('Pictures to read'), { target: { files: [pngFile(name)] } });
  await screen.findByRole('button', { name: 'Add' });
  return page;
}

/** The digits on the page, in order. */
export function digits(): string {
  return screen
    .queryAllByRole('button', { name: /^Digit \d+: / })
    .map((button) => button.textContent?.charAt(0))
    .join('');
}

/** The accessible name of what has the focus. */
export const focused = () => document.activeElement?.getAttribute('aria-label');

export const tool = (name: string) => screen.getByRole('button', { name });
