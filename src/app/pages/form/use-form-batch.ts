import { useEffect, useRef, useState } from 'react';
import type { FormTemplate } from '../../../forms/form-template';
import { acceptFile } from '../../../intake/accept-file';
import { useServices } from '../../work/session/services';
import { type FormRow, formRow } from './form-row';

export interface FormBatch {
  readonly rows: readonly FormRow[];
  readonly total: number;
  readonly isReading: boolean;
  readonly read: (files: readonly File[], template: FormTemplate) => Promise<void>;
  readonly type: (row: number, cell: number, text: string) => void;
}

/** Reads forms one after the other; a picture that cannot be read is a row without cells. Leaving the page ends it. */
export function useFormBatch(): FormBatch {
  const { recognizer, settings } = useServices();
  const [rows, setRows] = useState<readonly FormRow[]>([]);
  const [total, setTotal] = useState(0);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const read = async (files: readonly File[], template: FormTemplate) => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setRows([]);
    setTotal(files.length);
    const { caution, script } = settings.state.get();
    for (const file of files) {
      const accepted = await acceptFile(file);
      const reading = accepted.ok
        ? await recognizer
            .run('read-form', { image: accepted.value.image, template, script }, { signal: abort.signal })
            .catch((error: unknown) => {
              if (!abort.signal.aborted) throw error;
              return null;
            })
        : null;
      if (abort.signal.aborted) return;
      const row = reading?.ok ? formRow(file.name, reading.value, caution) : { file: file.name, cells: [] };
      setRows((before) => [...before, row]);
    }
  };

  const type = (row: number, cell: number, text: string) => {
    const typed = (before: FormRow): FormRow => ({
      ...before,
      cells: before.cells.map((old, index) => (index === cell ? { ...old, text, isDoubtful: false } : old)),
    });
    setRows((before) => before.map((old, index) => (index === row ? typed(old) : old)));
  };

  return { rows, total, isReading: rows.length < total, read, type };
}
