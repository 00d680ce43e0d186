import { failureMessage } from '../../contract/failure-words';
import type { Exporting } from './use-export';

/** How an export goes, in one line that is read aloud. */
export function ExportNotice({ exporting }: { readonly exporting: Exporting }) {
  const { state, cancel } = exporting;
  return (
    <p className="export-notice" role="status">
      {state.phase === 'working' && (
        <>
          Preparing {state.done} of {state.total}{' '}
          <button type="button" className="button button--small" onClick={cancel}>
            Cancel the export
          </button>
        </>
      )}
      {state.phase === 'saved' && `Saved as ${state.name}`}
      {state.phase === 'copied' &&
        `Copied the numbers of ${state.count === 1 ? '1 picture' : `${state.count} pictures`}; paste them into a spreadsheet`}
      {state.phase === 'denied' && 'The browser did not allow copying. Export a CSV instead.'}
      {state.phase === 'failed' && failureMessage(state.failure)}
    </p>
  );
}
