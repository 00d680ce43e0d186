import { type ChangeEvent, lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { useArrivals } from '../../work/offline/arrivals';
import { ACCEPTED_TYPES } from '../../work/queue/file-type';
import { newId } from '../../work/queue/new-id';
import { useServices } from '../../work/session/services';
import type { DroppedFiles } from './folder-files';
import type { GivenText } from './given-text';
import { type Intake, IntakeContext } from './intake';
import { usePages } from './use-pages';

const CAN_CHOOSE_FOLDERS =
  'webkitdirectory' in HTMLInputElement.prototype && !/Android|iPhone|iPad/.test(navigator.userAgent);

/** Makes a file input ask for a folder; React's types do not know the attribute. */
const FOLDER_PICKER = { webkitdirectory: '' };

/** Loaded when there is something to say. */
const IntakeNotice = lazy(async () => ({ default: (await import('./intake-notice')).IntakeNotice }));

/** Holds the file inputs that every page shares, and leads from handed-in pictures to the page that shows them. */
export function IntakeProvider({ children }: { readonly children: ReactNode }) {
  const { queue, preparation } = useServices();
  const [location, navigate] = useLocation();
  const picker = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);

  const [notice, setNotice] = useState<string | null>(null);

  const expect = useCallback(() => void preparation.prepare(), [preparation]);

  const { withPages, question } = usePages();
  const take = useCallback(
    async (files: readonly File[]) => {
      setNotice(null);
      const pictures = await withPages(files);
      // What is added while a batch is looked at belongs to it.
      const [, openBatch] = location.match(/^\/batch\/(.+)$/) ?? [];
      const batchId = openBatch ?? (pictures.length > 1 ? newId() : null);
      const [first] = queue.add(pictures, batchId);
      if (first !== undefined) {
        navigate(batchId === null ? `/result/${first}` : `/batch/${batchId}`);
      }
    },
    [queue, navigate, location, withPages],
  );
  useArrivals(take);

  const takeDropped = useCallback(
    ({ files, skipped }: DroppedFiles) => {
      void take(files);
      if (skipped > 0 || files.length === 0) {
        setNotice(skippedWords(files.length, skipped));
      }
    },
    [take],
  );

  const takeText = useCallback(
    async (given: GivenText) => {
      const { refuseText } = await import('./refuse-text');
      const answer = await refuseText(given);
      if ('files' in answer) void take(answer.files);
      else setNotice(answer.words);
    },
    [take],
  );

  const intake = useMemo<Intake>(
    () => ({
      take,
      takeDropped,
      takeText: (given) => void takeText(given),
      expect,
      // The models load while the person looks for the picture.
      openPicker: () => {
        expect();
        picker.current?.click();
      },
      openFolderPicker: CAN_CHOOSE_FOLDERS
        ? () => {
            expect();
            folder.current?.click();
          }
        : null,
      openCamera: () => {
        expect();
        camera.current?.click();
      },
    }),
    [take, takeDropped, takeText, expect],
  );

  const takeChosen = (event: ChangeEvent<HTMLInputElement>) => {
    void take(chosenFiles(event.target));
  };

  const takeFolder = async (files: readonly File[]) => {
    const { folderFiles } = await import('./folder-files');
    takeDropped(folderFiles(files));
  };

  return (
    <IntakeContext value={intake}>
      {children}
      {question}
      {notice !== null && (
        <Suspense fallback={null}>
          <IntakeNotice words={notice} onChoose={intake.openPicker} onDismiss={() => setNotice(null)} />
        </Suspense>
      )}
      <input
        ref={picker}
        type="file"
        autoComplete="off"
        multiple
        hidden
        accept={ACCEPTED_TYPES}
        aria-label={t('shell.input.pictures')}
        onChange={takeChosen}
      />
      <input
        ref={folder}
        type="file"
        autoComplete="off"
        {...FOLDER_PICKER}
        multiple
        hidden
        aria-label={t('shell.input.folder')}
        onChange={(event) => void takeFolder(chosenFiles(event.target))}
      />
      <input
        ref={camera}
        type="file"
        autoComplete="off"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={t('shell.input.photo')}
        onChange={takeChosen}
      />
    </IntakeContext>
  );
}

/**
 * Takes the files out of the input, so that choosing the same again is a change again. Before anything else is done:
 * with the next page, the browser would write down what stands in the input, to bring it back after a crash.
 */
function chosenFiles(input: HTMLInputElement): readonly File[] {
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}

function skippedWords(taken: number, skipped: number): string {
  return taken === 0 ? t('shell.folder.empty') : t('shell.folder.skipped', { count: skipped });
}
