import { ImagePlus, RotateCw } from 'lucide-react';
import { mayPass, type RecognitionFailure } from '../../../contract/failure';
import { t } from '../../base/i18n/i18n';
import { useIntake } from '../../parts/intake/intake';
import { useServices } from '../../work/session/services';

/** What to do after a failure: the same picture again where that may help, or another one. */
export function FailureActions({ id, failure }: { readonly id: string; readonly failure: RecognitionFailure }) {
  const { queue } = useServices();
  const { openPicker } = useIntake();
  const mayHelp = mayPass(failure);
  return (
    <>
      {mayHelp && (
        <button type="button" className="button button--primary" onClick={() => queue.read(id)}>
          <RotateCw size={20} aria-hidden />
          {t('result.tryAgain')}
        </button>
      )}
      <button type="button" className={mayHelp ? 'button' : 'button button--primary'} onClick={openPicker}>
        <ImagePlus size={20} aria-hidden />
        {t('result.chooseOther')}
      </button>
    </>
  );
}
