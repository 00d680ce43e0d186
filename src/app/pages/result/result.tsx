import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { RecognitionFailure } from '../../../contract/failure';
import type { Recognition } from '../../../contract/recognition';
import { openChecks } from '../../../corrections/fixed-number';
import { type FixedReading, writtenText } from '../../../corrections/fixed-reading';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { useListViews } from '../../parts/ledger/list-views';
import { ReviewEnd } from '../../parts/ledger/review-end';
import { FailureSheet } from '../../parts/page/failure-sheet';
import { KeysDialog } from '../../parts/page/keys-dialog';
import { usePageKeys } from '../../parts/page/use-page-keys';
import { usePictureTitle } from '../../parts/page/use-page-title';
import type { Job } from '../../work/queue/job';
import { useServices } from '../../work/session/services';
import { wholeTexts } from './copyables';
import { FailureActions } from './failure-actions';
import { RESULT_KEYS, SHEET_KEYS } from './key-hints';
import { NoteField } from './note-field';
import { ReadingState } from './reading-state';
import styles from './result.module.css';
import { ResultHead } from './result-head';
import { UnsavedNotice } from './save-notice';
import { spokenReading } from './spoken-reading';
import type { PresentEntry } from './use-entry';
import { useFixing } from './use-fixing';
import { type Review, type ReviewStep, useReview } from './use-review';
import { Workbench } from './workbench';

/** What stands for the reading until there is one. */
const UNREAD: Recognition = {
  imageWidth: 1,
  imageHeight: 1,
  digits: [],
  marks: [],
  numbers: [],
  otherInk: [],
  tables: [],
  lines: [],
  text: '',
  modelVersion: '',
  backend: { name: 'cpu', location: 'page', reason: '' },
  elapsedMs: 0,
};

interface ResultProps {
  readonly id: string;
  readonly entry: PresentEntry;
}

/** One picture with its reading, or on the way to it. */
export function Result({ id, entry }: ResultProps) {
  const { picture, recognition, corrections, job } = entry;
  const [renamed, setRenamed] = useState<string | null>(null);
  const name = renamed ?? entry.name;
  const { history } = useServices();
  const [, navigate] = useLocation();
  const review = useReview(id, entry.batchId);
  const { neighbors } = review;
  const [areKeysShown, setKeysShown] = useState(false);
  const fixing = useFixing(id, recognition ?? UNREAD, corrections);
  const hasSheet = fixing.reading.tables.length > 0;
  const failure = job ? failureOf(job) : recognition ? null : entry.failure;
  const text = writtenText(fixing.reading);
  usePictureTitle(text ? `${text.replaceAll('\n', ' ')} · ${name}` : name, t('result.pageTitle'));
  useFirstAnnouncement(recognition ? spokenReading(fixing.reading) : '');

  const rename = async (next: string) => {
    await history.describe([id], { name: next });
    const upload = await history.find(id);
    if (upload.ok && upload.value) setRenamed(upload.value.name);
  };
  const leaf = async (direction: 'previous' | 'next') => {
    const around = await review.around();
    const target = direction === 'next' ? around?.nextId : around?.previousId;
    if (target) {
      navigate(`/result/${target}`, { replace: true, state: window.history.state });
    }
  };
  const { end, onward } = useQueue(id, review, recognition ? fixing.reading : null);
  usePageKeys({
    enter: onward,
    pagedown: neighbors?.nextId ? () => void leaf('next') : undefined,
    pageup: neighbors?.previousId ? () => void leaf('previous') : undefined,
    '?': () => setKeysShown(true),
  });
  return (
    <div className={`page ${styles.result}`}>
      <ResultHead
        id={id}
        name={name}
        createdAt={entry.createdAt}
        onRename={job?.incoming ? null : (next) => void rename(next)}
        whole={wholeTexts(recognition ?? UNREAD, fixing.reading)}
        neighbors={neighbors}
        canCrop={failure === null}
      />
      <UnsavedNotice id={id} name={name} failure={job?.incoming ? job.saveFailure : null} />
      {end}
      {areKeysShown && <KeysDialog keys={hasSheet ? SHEET_KEYS : RESULT_KEYS} onClose={() => setKeysShown(false)} />}
      {failure ? (
        <FailureSheet words={localFailureWords(failure)} detail={failure.detail}>
          <FailureActions id={id} failure={failure} />
        </FailureSheet>
      ) : (
        <Workbench
          id={id}
          picture={picture}
          name={name}
          recognition={recognition ?? UNREAD}
          batchId={entry.batchId}
          isRead={recognition !== null}
          // Where there was no room, the page above says so, and nothing is lost yet.
          fixing={history.held.unsaved.has(id) ? { ...fixing, failure: null } : fixing}
          onLeaf={(direction) => void leaf(direction)}
          onAllChecked={onward}
          note={job?.incoming ? null : <NoteField key={id} id={id} note={entry.note} />}
        >
          <ReadingState id={id} state={job?.state ?? { phase: 'waiting' }} />
        </Workbench>
      )}
    </div>
  );
}

function failureOf({ state }: Job): RecognitionFailure | null {
  return state.phase === 'failed' ? state.failure : null;
}

/** Goes from picture to picture with something to check; `end` stands where none is left. */
function useQueue(id: string, review: Review, reading: FixedReading | null) {
  const views = useListViews();
  const [, navigate] = useLocation();
  const [end, setEnd] = useState<Extract<ReviewStep, { kind: 'end' }> | null>(null);
  const [calls, setCalls] = useState(0);
  const isChecked = reading !== null && openChecks(reading).length === 0;
  useEffect(() => {
    views.openedId = id;
    views.visited.add(id);
  }, [views, id]);
  useEffect(() => {
    if (isChecked) views.checked.add(id);
    else views.checked.delete(id);
  }, [views, id, isChecked]);

  const onward = async () => {
    views.checked.add(id);
    const step = await review.next();
    if (step.kind === 'picture') {
      return navigate(`/result/${step.id}`, { replace: true, state: window.history.state });
    }
    // A single number may still be typed over: the focus leaves it only with one more Enter.
    setCalls((before) => before + (step.rows.length > 1 || end ? 1 : 0));
    setEnd(step);
  };
  return {
    end: end && isChecked && <ReviewEnd rows={end.rows} waiting={end.waiting} calls={calls} />,
    onward: () => void onward(),
  };
}

/** Says the reading when it is there; corrections speak for themselves. */
function useFirstAnnouncement(words: string): void {
  const { announcement } = useServices();
  const isThere = words !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first words
  useEffect(() => {
    announcement.set(words);
    return () => announcement.set('');
  }, [announcement, isThere]);
}
