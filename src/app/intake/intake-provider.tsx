import { type ChangeEvent, type ReactNode, useCallback, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { ACCEPTED_TYPES } from '../reading/file-type';
import { useServices } from '../state/services';
import { type Intake, IntakeContext } from './intake';

/** Holds the file inputs that every page shares, and leads from handed-in pictures to the page that shows them. */
export function IntakeProvider({ children }: { readonly children: ReactNode }) {
  const { queue, preparation } = useServices();
  const [, navigate] = useLocation();
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);

  const expect = useCallback(() => void preparation.prepare(), [preparation]);

  const take = useCallback(
    (files: readonly File[]) => {
      const ids = queue.add(files);
      if (ids.length > 0) {
        navigate(ids.length === 1 ? `/result/${ids[0]}` : '/history');
      }
    },
    [queue, navigate],
  );

  const intake = useMemo<Intake>(
    () => ({
      take,
      expect,
      // The models load while the person looks for the picture.
      openPicker: () => {
        expect();
        picker.current?.click();
      },
      openCamera: () => {
        expect();
        camera.current?.click();
      },
    }),
    [take, expect],
  );

  const takeChosen = (event: ChangeEvent<HTMLInputElement>) => {
    take([...(event.target.files ?? [])]);
    // So that choosing the same file again is a change again.
    event.target.value = '';
  };

  return (
    <IntakeContext value={intake}>
      {children}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={ACCEPTED_TYPES}
        aria-label="Pictures to read"
        onChange={takeChosen}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label="Photo to read"
        onChange={takeChosen}
      />
    </IntakeContext>
  );
}
