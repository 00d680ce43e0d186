import { CircleQuestionMark, RotateCw, TriangleAlert } from 'lucide-react';
import type { ScriptChoice } from '../../../contract/numeral-scripts';
import type { Recognition } from '../../../contract/recognition';
import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { useStore } from '../../base/store/store';
import { SCRIPTS_BYTES, scriptsAtHand } from '../../work/queue/script-wish';
import { useServices } from '../../work/session/services';
import styles from './script-picker.module.css';

interface ScriptOfferProps {
  readonly recognition: Recognition;
  readonly onChoose: (script: ScriptChoice) => void;
}

/** Where the digits are read as Latin and may well be others: says so, and what it costs to read them as what they are. */
export function ScriptOffer({ recognition, onChoose }: ScriptOfferProps) {
  const { mayBeOther, scriptMissed, script, numbers } = recognition;
  const { preparation } = useServices();
  const isLoaded = useStore(preparation.hasScripts);
  if (scriptMissed) {
    const { script: asked, failure } = scriptMissed;
    return (
      <div className={styles.offer} role="status">
        <TriangleAlert size={20} aria-hidden />
        <p>
          {asked === 'auto' ? t('script.missed.auto') : t('script.missed', { script: t(`script.${asked}`) })}{' '}
          {localFailureWords({ kind: failure }).remedy}
        </p>
        <button type="button" className="button" onClick={() => onChoose(asked)}>
          <RotateCw size={20} aria-hidden />
          {t('shell.retry')}
        </button>
      </div>
    );
  }
  const [likely] = scriptsAtHand();
  // Where nothing was read, only the languages of the person tell that something may stand there.
  const isOffered = mayBeOther || (script === undefined && likely !== undefined && numbers.length === 0);
  if (!isOffered) return null;
  return (
    <div className={styles.offer} role="status">
      <CircleQuestionMark size={20} aria-hidden />
      <p>{likely ? t('script.offer', { script: t(`script.${likely}`) }) : t('script.offer.any')}</p>
      <button type="button" className="button" onClick={() => onChoose('auto')}>
        <RotateCw size={20} aria-hidden />
        {isLoaded ? t('script.offer.read') : t('script.offer.load', { size: formatBytes(SCRIPTS_BYTES) })}
      </button>
    </div>
  );
}
