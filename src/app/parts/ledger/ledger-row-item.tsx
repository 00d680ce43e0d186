import { FileX, RotateCw, Trash2, X } from 'lucide-react';
import { Link } from 'wouter';
import { mayPass } from '../../../contract/failure';
import type { ReadingSummary } from '../../../uploads/upload';
import { backendWords } from '../../base/i18n/backend-words';
import { formatTime } from '../../base/i18n/format-date';
import { formatProbability } from '../../base/i18n/format-probability';
import { t } from '../../base/i18n/i18n';
import type { ResultOrigin } from '../page/back-link';
import confidenceBarStyles from './confidence-bar.module.css';
import ledgerRowStyles from './ledger-row.module.css';
import type { LedgerRow } from './ledger-rows';
import { OtherReading } from './other-reading';
import { RowMark } from './row-mark';
import { RowThumbnail } from './row-thumbnail';
import rowThumbnailStyles from './row-thumbnail.module.css';
import rowWordsStyles from './row-words.module.css';
import type { RowActions } from './use-row-actions';
import type { RowSelection } from './use-selection';

interface LedgerRowItemProps {
  readonly row: LedgerRow;
  /** 2 for the first row: the titles are the first. */
  readonly rowIndex: number;
  readonly selection: RowSelection;
  readonly actions: RowActions;
  readonly origin: ResultOrigin;
}

/** One picture as a line of the ledger; the whole line opens it. */
export function LedgerRowItem({ row, rowIndex, selection, actions, origin }: LedgerRowItemProps) {
  const isChosen = selection.ids.has(row.id);
  const isRefused = row.state.phase === 'failed' && row.keeping === 'never';
  const reading = row.state.phase === 'read' ? row.state.reading : null;
  return (
    <tr
      className={ledgerRowStyles.row}
      data-phase={row.state.phase}
      data-chosen={isChosen || undefined}
      aria-rowindex={rowIndex}
    >
      <td className={ledgerRowStyles.select}>
        <label className={ledgerRowStyles.check}>
          <input
            type="checkbox"
            checked={isChosen}
            aria-label={t('row.select', { name: row.name })}
            onChange={(event) => selection.toggle(row.id, (event.nativeEvent as MouseEvent).shiftKey ?? false)}
          />
        </label>
      </td>
      <td className={ledgerRowStyles.picture}>
        {isRefused ? (
          <span className={rowThumbnailStyles.thumbnail}>
            <FileX size={24} strokeWidth={1.5} aria-hidden />
          </span>
        ) : (
          <RowThumbnail id={row.id} isKept={row.keeping === 'kept'} />
        )}
      </td>
      <td className={rowWordsStyles.reading}>
        <Link href={`/result/${row.id}`} state={origin} className={rowWordsStyles.link}>
          <RowNumber reading={reading} />
          <span className="visually-hidden">{row.name}</span>
        </Link>
        {row.otherReading && <OtherReading row={row} reading={row.otherReading} actions={actions} />}
      </td>
      <td className={ledgerRowStyles.confidence}>
        {reading?.lowestConfidence != null && (
          <ConfidenceBar probability={reading.lowestConfidence} isDoubtful={reading.openChecks > 0} />
        )}
      </td>
      <td className={ledgerRowStyles.mark}>
        <RowMark state={row.state} />
      </td>
      <td className={rowWordsStyles.meta}>
        <span className={rowWordsStyles.name} title={row.name}>
          {row.name}
        </span>
        {row.words?.note && (
          <span className={rowWordsStyles.name} title={row.words.note}>
            {row.words.note}
          </span>
        )}
        <span
          className={rowWordsStyles.time}
          title={
            reading
              ? t('row.origin', { model: reading.modelVersion, backend: backendWords(reading.backend) })
              : undefined
          }
        >
          {formatTime(row.createdAt)}
        </span>
      </td>
      <td className={ledgerRowStyles.actions}>
        {mayBeRead(row) && (
          <button
            type="button"
            className="button button--quiet button--icon"
            aria-label={t('row.read', { name: row.name })}
            onClick={() => actions.readAgain([row])}
          >
            <RotateCw size={20} aria-hidden />
          </button>
        )}
        <button
          type="button"
          className="button button--quiet button--icon"
          aria-label={t(isRefused ? 'row.dismiss' : 'row.delete', { name: row.name })}
          onClick={() => void actions.remove([row])}
        >
          {isRefused ? <X size={20} aria-hidden /> : <Trash2 size={20} aria-hidden />}
        </button>
      </td>
    </tr>
  );
}

/** Reading the same file again is no help where it is no picture. */
function mayBeRead({ state }: LedgerRow): boolean {
  return state.phase === 'unread' || (state.phase === 'failed' && mayPass(state.failure));
}

function RowNumber({ reading }: { readonly reading: ReadingSummary | null }) {
  if (!reading || reading.digitCount === 0) {
    return (
      <span className={`${rowWordsStyles.number} ${rowWordsStyles.none}`} data-number aria-hidden>
        –
      </span>
    );
  }
  const [first = '', ...more] = (reading.written ?? reading.text).split('\n');
  return (
    <>
      <bdi className={rowWordsStyles.number} dir="ltr" data-number>
        {first}
      </bdi>
      {more.length > 0 && <span className={rowWordsStyles.more}>{t('row.lines', { count: more.length })}</span>}
    </>
  );
}

interface ConfidenceBarProps {
  readonly probability: number;
  readonly isDoubtful: boolean;
}

function ConfidenceBar({ probability, isDoubtful }: ConfidenceBarProps) {
  return (
    <span className={confidenceBarStyles.bar} data-doubtful={isDoubtful || undefined}>
      <span>{formatProbability(probability)}</span>
      <span className={confidenceBarStyles.track} aria-hidden>
        <span className={confidenceBarStyles.fill} style={{ inlineSize: `${probability * 100}%` }} />
      </span>
    </span>
  );
}
