import { describe, expect, it, vi } from 'vitest';
import type { FromWorker, ToWorker } from './messages';
import type { Recognizer } from './recognizer';
import { serveRecognizer } from './serve-recognizer';
import { testRecognizer } from './test-recognizer';

const prepare: ToWorker = { type: 'prepare', settings: { modelsUrl: 'https://site.example/models/' } };
const explain: ToWorker = {
  type: 'start',
  job: 3,
  kind: 'explain',
  asks: { glyph: { side: 1, data: new Uint8Array([9]) }, label: 7 },
};

const breaks = async () => {
  throw new TypeError('not as planned');
};
const detail = 'TypeError: not as planned';

/** A served recognizer of which only some calls are used: `say` sends to it, `answers` is what it said. */
function serve(recognizer: Recognizer) {
  const answers: FromWorker[] = [];
  let hear: ((event: { readonly data: ToWorker }) => void) | undefined;
  const port = {
    postMessage: (message: FromWorker) => void answers.push(message),
    addEventListener: (_type: 'message', listener: NonNullable<typeof hear>) => {
      hear = listener;
    },
  };
  serveRecognizer(port, () => recognizer);
  return { answers, say: (data: ToWorker) => hear?.({ data }) };
}

describe('serveRecognizer', () => {
  it('answers a job that throws with a failure', async () => {
    const { answers, say } = serve(testRecognizer({ explain: breaks }));
    say(prepare);
    say(explain);
    const result = { ok: false, failure: { kind: 'unexpected', detail } };
    await vi.waitFor(() => expect(answers).toContainEqual({ type: 'finished', job: 3, result }));
  });

  it('answers a preparation that throws with a failure', async () => {
    const { answers, say } = serve(testRecognizer({}, breaks));
    say(prepare);
    const result = { ok: false, failure: { kind: 'backend-unavailable', detail } };
    await vi.waitFor(() => expect(answers).toEqual([{ type: 'prepared', result }]));
  });

  it('answers a job that comes before any preparation', async () => {
    const { answers, say } = serve(testRecognizer({}));
    say(explain);
    await vi.waitFor(() => expect(answers).toMatchObject([{ type: 'finished', job: 3, result: { ok: false } }]));
  });
});
