import { useEffect, useMemo, useState } from 'react';
import { failureWords } from '../../contract/failure-words';
import type { Recognition } from '../../contract/recognition';
import { FailureSheet } from '../shell/failure-sheet';
import { usePageTitle } from '../shell/use-page-title';
import { useServices } from '../state/services';
import { FailureActions } from './failure-actions';
import { NoDigits } from './no-digits';
import { PictureFrame } from './picture-frame';
import { Reading } from './reading';
import { ReadingState } from './reading-state';
import { ResultHead } from './result-head';
import { SaveNotice } from './save-notice';
import { spokenReading } from './spoken-reading';
import type { PresentEntry } from './use-entry';

/** The digit that deserves the first look: the first doubtful one, else the first. */
function firstToLookAt(recognition: Recognition): number {
  const order = recognition.lines.flatMap((line) => line.digitIndexes);
  const doubtful = order.find((index) => recognition.digits[index]?.prediction.verdict === 'check');
  return doubtful ?? order[0] ?? 0;
}

/** The picture beside its reading; the two light up together. */
export function Result({ id, entry }: { readonly id: string; readonly entry: PresentEntry }) {
  const { name, picture, recognition, job } = entry;
  const failure = job?.state.phase === 'failed' ? job.state.failure : null;
  const [selected, setSelected] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const first = useMemo(() => (recognition ? firstToLookAt(recognition) : 0), [recognition]);
  const selection = { selected: selected ?? first, hovered, select: setSelected, hover: setHovered };
  usePageTitle(recognition?.text ? `${recognition.text.replaceAll('\n', ' ')} · ${name}` : name);
  useAnnouncement(recognition ? spokenReading(recognition) : null);

  return (
    <div className="page result">
      <ResultHead id={id} name={name} text={recognition?.text ?? ''} />
      {job?.saveFailure && <SaveNotice failure={job.saveFailure} />}
      {failure ? (
        <FailureSheet words={failureWords(failure)} detail={failure.detail}>
          <FailureActions id={id} failure={failure} />
        </FailureSheet>
      ) : (
        <div className="result__columns">
          <PictureFrame picture={picture} name={name} recognition={recognition} selection={selection} />
          <div className="result__panel">
            {recognition ? (
              recognition.digits.length > 0 ? (
                <Reading recognition={recognition} selection={selection} />
              ) : (
                <NoDigits />
              )
            ) : (
              <ReadingState id={id} state={job?.state ?? { phase: 'waiting' }} />
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function useAnnouncement(words: string | null): void {
  const { announcement } = useServices();
  useEffect(() => {
    announcement.set(words ?? '');
    return () => announcement.set('');
  }, [announcement, words]);
}
