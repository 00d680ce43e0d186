// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { type ReactNode, Suspense, startTransition, use } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Recognition } from '../../../contract/recognition';
import { sampleRecognition } from '../../../corrections/test-reading';
import { FakeRecognizer, pngFile, resetPage, stubBrowser } from '../../test-page';
import { createServices } from '../../work/session/create-services';
import { ServicesContext } from '../../work/session/services';
import { type Entry, useEntry } from './use-entry';
import { type Fixing, useFixing } from './use-fixing';

const NEVER = new Promise<never>(() => undefined);

beforeEach(() => {
  stubBrowser();
  resetPage();
});
afterEach(cleanup);

/** Renders `second` over `first` in a transition that never ends, so that React throws the render away. */
async function renderAndDiscard(services: ReturnType<typeof createServices>, first: ReactNode, second: ReactNode) {
  const page = (content: ReactNode, waits: boolean) => (
    <ServicesContext value={services}>
      <Suspense>
        {content}
        {waits && <Waiting />}
      </Suspense>
    </ServicesContext>
  );
  const { rerender } = render(page(first, false));
  await act(async () => startTransition(() => rerender(page(second, true))));
}

function Waiting() {
  use(NEVER);
  return null;
}

interface CorrectableProps {
  readonly recognition: Recognition;
  readonly onFixing?: (fixing: Fixing) => void;
}

function Correctable({ recognition, onFixing }: CorrectableProps) {
  const fixing = useFixing('a', recognition, null);
  onFixing?.(fixing);
  return null;
}

function Picture({ id, onEntry }: { readonly id: string; readonly onEntry?: (entry: Entry) => void }) {
  const entry = useEntry(id);
  onEntry?.(entry);
  return null;
}

it('corrects the reading that is shown, not one whose rendering was given up', async () => {
  let shown: Fixing | undefined;
  const [first, second] = [sampleRecognition(['12']), sampleRecognition(['345'])];
  const onFixing = (fixing: Fixing) => {
    shown = fixing;
  };
  await renderAndDiscard(
    createServices(new FakeRecognizer()),
    <Correctable recognition={first} onFixing={onFixing} />,
    <Correctable recognition={second} />,
  );
  const id = shown?.reading.lines[0]?.[0]?.id ?? -1;
  act(() => void shown?.edit({ kind: 'replace', id, code: '7' }));
  expect(shown?.corrections).toMatchObject({ base: '12', edits: [{ kind: 'replace' }] });
});

it('goes on showing its own picture, not one whose rendering was given up', async () => {
  const recognizer = new FakeRecognizer();
  recognizer.hold = NEVER;
  const services = createServices(recognizer);
  const [first = '', second = ''] = services.queue.add([pngFile('first.png'), pngFile('second.png')]);
  const names: string[] = [];
  const onEntry = (entry: Entry) => {
    names.push(entry.phase === 'present' ? entry.name : entry.phase);
  };
  await renderAndDiscard(services, <Picture id={first} onEntry={onEntry} />, <Picture id={second} />);
  // The history has taken the picture and is asked for it.
  await act(() => services.queue.settled([first]));
  expect(new Set(names)).toEqual(new Set(['first.png']));
});
