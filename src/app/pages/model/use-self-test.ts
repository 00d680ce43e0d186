import { useEffect, useRef, useState } from 'react';
import { useServices } from '../../work/session/services';
import { runSelfTest, type SelfTestFailure, type SelfTestReport, type SelfTestStep } from './run-self-test';

export type SelfTestState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'canceled' }
  | SelfTestStep
  | { readonly phase: 'done'; readonly report: SelfTestReport }
  | { readonly phase: 'failed'; readonly failure: SelfTestFailure };

/** Runs the test when asked to; it stops when it is canceled and when the page is left. */
export function useSelfTest() {
  const { recognizer, preparation } = useServices();
  const [state, setState] = useState<SelfTestState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const abort = new AbortController();
    const { signal } = abort;
    running.current?.abort();
    running.current = abort;
    try {
      const result = await runSelfTest({ recognizer, preparation, signal, onStep: setState });
      setState(result.ok ? { phase: 'done', report: result.value } : { phase: 'failed', failure: result.failure });
    } catch (error) {
      if (!signal.aborted) {
        setState({ phase: 'failed', failure: { kind: 'unexpected', detail: String(error) } });
      }
    }
  };
  const cancel = () => {
    running.current?.abort();
    setState({ phase: 'canceled' });
  };
  return { state, start: () => void start(), cancel };
}
