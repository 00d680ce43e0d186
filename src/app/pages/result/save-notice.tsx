import { TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { RecognitionFailure } from '../../../contract/failure';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import noticeStyles from '../../parts/page/notice.module.css';
import { useHistoryRevision } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';

/** The result stands, but it is not kept: says so beside it. */
export function SaveNotice({ failure }: { readonly failure: RecognitionFailure }) {
  const words = localFailureWords(failure);
  return (
    <div className={`${noticeStyles.notice} ${noticeStyles.inline} ${noticeStyles.unprinted}`}>
      <TriangleAlert size={20} aria-hidden />
      <p role="status">
        <strong>{words.title}.</strong> {words.explanation} {words.remedy}
      </p>
      {failure.kind === 'storage-full' && (
        <Link href="/room" className="button button--small">
          {t('shell.storage.makeRoom')}
        </Link>
      )}
    </div>
  );
}

interface UnsavedNoticeProps {
  readonly id: string;
  readonly name: string;
  /** Why the history did not take the picture at all; null otherwise. */
  readonly failure: RecognitionFailure | null;
}

/** Says that the picture is not on the device, until it is. */
export function UnsavedNotice({ id, name, failure }: UnsavedNoticeProps) {
  const { history } = useServices();
  useHistoryRevision();
  const full: RecognitionFailure = { kind: 'storage-full', fileName: name };
  const shown = history.held.unsaved.has(id) ? full : failure;
  return shown && <SaveNotice failure={shown} />;
}
