import { RotateCcw, Shapes } from 'lucide-react';
import { type RefObject, useId } from 'react';
import { DEFAULT_SCRIPT, type NumeralScriptId, type ScriptChoice } from '../../../contract/numeral-scripts';
import type { Recognition } from '../../../contract/recognition';
import { numberAround } from '../../../corrections/fixed-number';
import { charactersOf, type FixedReading, isDigit } from '../../../corrections/fixed-reading';
import { formatLocale, t } from '../../base/i18n/i18n';
import { ScriptOptions } from '../../parts/scripts/script-options';
import { ScriptOffer } from './script-offer';
import styles from './script-picker.module.css';
import { nextScript } from './use-fix-commands';
import type { ScriptChange } from './use-script-change';

interface ScriptPickerProps {
  readonly recognition: Recognition;
  readonly reading: FixedReading;
  /** The selected character; null where none was read. */
  readonly selectedId: number | null;
  readonly change: ScriptChange;
  readonly onNextScript: () => void;
  readonly menu: RefObject<HTMLSelectElement | null>;
}

/** Which numeral script the picture was read in, and the others that it may be read in. */
export function ScriptPicker({ recognition, reading, selectedId, change, onNextScript, menu }: ScriptPickerProps) {
  const id = useId();
  const number = numberAround(reading, selectedId);
  // A sure Latin number asks for nothing; the key D serves there too.
  const isAsked = number && (number.script !== DEFAULT_SCRIPT || number.doubts.includes('unclear-script'));
  const next = number && isAsked ? nextScript(number) : null;
  return (
    <div className={styles.scripts}>
      <ScriptOffer recognition={recognition} onChoose={change.choose} />
      <div className={styles.choice}>
        <label htmlFor={id}>{t('script.title')}</label>
        <select
          id={id}
          ref={menu}
          className={`control ${styles.menu}`}
          value={change.asked}
          onChange={(event) => change.choose(event.target.value as ScriptChoice)}
        >
          <ScriptOptions />
        </select>
        {number && next && (
          <button type="button" className="button" aria-keyshortcuts="D" onClick={onNextScript}>
            <Shapes size={20} aria-hidden />
            {t('script.next', { number: number.written, script: t(`script.${next}`) })}
          </button>
        )}
      </div>
      <div className={styles.decided}>
        <p role="status">{recognition.script && !recognition.scriptMissed ? decidedWords(reading) : ''}</p>
        {change.undo && (
          <button type="button" className="button button--small" onClick={change.undo}>
            <RotateCcw size={16} aria-hidden />
            {t('script.undo')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Which scripts the digits are taken for, the one of most digits first. */
function decidedWords(reading: FixedReading): string {
  const counts = new Map<NumeralScriptId, number>();
  for (const { script } of charactersOf(reading).filter(isDigit)) counts.set(script, (counts.get(script) ?? 0) + 1);
  if (counts.size === 0) counts.set(reading.script ?? DEFAULT_SCRIPT, 0);
  const names = [...counts].sort(([, one], [, other]) => other - one).map(([script]) => t(`script.${script}`));
  return t('script.readAs', { scripts: new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(names) });
}
