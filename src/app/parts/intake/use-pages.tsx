import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import type { ImageFormatId } from '../../../contract/image-formats';
import { documentFormat } from '../../work/queue/find-documents';
import type { Incoming } from '../../work/queue/incoming';
import type { ReaderPreparation } from '../../work/queue/reader-preparation';
import type { ChoosePages } from '../../work/queue/take-apart';
import { useServices } from '../../work/session/services';

const PageChoice = lazy(async () => ({ default: (await import('./page-choice')).PageChoice }));

interface Question {
  readonly fileName: string;
  readonly pageCount: number;
  readonly onChoose: (pages: readonly number[] | null) => void;
}

/** Takes documents apart to their pages, and asks which ones where there are many. */
export function usePages(): {
  /** The files, with the pages of documents in their place. */
  readonly withPages: (files: readonly File[]) => Promise<readonly Incoming[]>;
  readonly question: ReactNode;
} {
  const { preparation } = useServices();
  const [question, setQuestion] = useState<Question | null>(null);

  const withPages = useCallback(
    async (files: readonly File[]) => {
      const choose: ChoosePages = (fileName, pageCount) =>
        new Promise((resolve) => {
          const onChoose: Question['onChoose'] = (pages) => {
            setQuestion(null);
            resolve(pages);
          };
          setQuestion({ fileName, pageCount, onChoose });
        });
      const formats = await Promise.all(files.map(documentFormat));
      const pictures: Incoming[] = [];
      // One after the other: each may ask.
      for (const [index, file] of files.entries()) {
        const format = formats[index];
        pictures.push(...(format ? await pagesOf(file, format, choose, preparation) : [file]));
      }
      return pictures;
    },
    [preparation],
  );

  return {
    withPages,
    question: question && (
      <Suspense>
        <PageChoice key={question.fileName} {...question} />
      </Suspense>
    ),
  };
}

async function pagesOf(
  file: File,
  format: ImageFormatId,
  choose: ChoosePages,
  preparation: ReaderPreparation,
): Promise<readonly Incoming[]> {
  const decoder = await preparation.fetchDecoder({ file, format });
  if (!decoder.ok) return [{ name: file.name, open: async () => decoder }];
  const { takeApart } = await import('../../work/queue/take-apart');
  return takeApart(file, format, choose);
}
