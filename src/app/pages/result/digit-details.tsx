import { CircleCheck, CircleQuestionMark, Pencil } from 'lucide-react';
import { isDigitCode, isLetterCode } from '../../../contract/characters';
import type { Recognition } from '../../../contract/recognition';
import type { FixedNumber } from '../../../corrections/fixed-number';
import { codeAsRead, type FixedCharacter, isDigit } from '../../../corrections/fixed-reading';
import { whyDoubtful } from '../../../corrections/why-doubtful';
import { type MessageId, t } from '../../base/i18n/i18n';
import { Message } from '../../base/i18n/message';
import { GlyphCanvas } from '../../parts/picture/glyph-canvas';
import glyphCanvasStyles from '../../parts/picture/glyph-canvas.module.css';
import { CandidateBars } from './candidate-bars';
import styles from './digit-details.module.css';
import { verdictMessage } from './fix-words';
import { secondGuess, writtenGuess } from './spoken-reading';
import { Why } from './why';

interface DigitDetailsProps {
  readonly digit: FixedCharacter;
  /** 1 for the first digit. */
  readonly position: number;
  readonly count: number;
  /** The number it is in. */
  readonly number: FixedNumber | null;
  readonly recognition: Recognition;
}

/** More would be read by nobody. */
const MOST_REASONS = 2;

const SIGNS = { sure: CircleCheck, check: CircleQuestionMark, accepted: CircleCheck, edited: Pencil };

/** One digit or mark: the verdict, the crop the model saw, every candidate, and why. */
export function DigitDetails({ digit, position, count, number, recognition }: DigitDetailsProps) {
  const { code, status, glyph, prediction, script } = digit;
  const verdict = verdictMessage(digit);
  const Sign = SIGNS[status];
  const reasons = whyDoubtful(digit, number, recognition).slice(0, MOST_REASONS);
  return (
    <section className={styles.details} aria-labelledby="details-title">
      <div className={styles.head}>
        <div>
          <h2 id="details-title" className={styles.title}>
            <Message
              id={titleOf(digit)}
              values={{ position, count }}
              components={{ 0: <span className={styles.count} /> }}
            />
          </h2>
          <p className={styles.verdict} data-mark={status}>
            <Sign size={20} aria-hidden />
            <span>
              <Message id={verdict.id} values={verdict.values} components={{ 0: <strong /> }} />
            </span>
          </p>
          {reasons.length > 0 && (
            <ul className={styles.reasons} aria-label={t('why.doubt.title')}>
              {reasons.map((reason) => (
                <li key={reason}>{t(`why.doubt.${reason}`, { other: writtenGuess(digit) ?? '' })}</li>
              ))}
            </ul>
          )}
        </div>
        {glyph && (
          <figure className={glyphCanvasStyles.glyph}>
            <GlyphCanvas glyph={glyph} />
            <figcaption>{t('digit.glyph')}</figcaption>
          </figure>
        )}
      </div>
      {prediction ? (
        <CandidateBars
          ranked={prediction.ranked}
          notDigitProbability={prediction.notDigitProbability}
          chosen={code}
          script={script}
        />
      ) : (
        !digit.mark && <p className={styles.nothing}>{t('digit.unasked')}</p>
      )}
      {glyph && <Why key={digit.id} glyph={glyph} labels={labelsToExplain(digit)} script={script} />}
    </section>
  );
}

function titleOf(digit: FixedCharacter): MessageId {
  if (isDigit(digit)) return 'digit.title';
  return digit.code !== null && isLetterCode(digit.code) ? 'letter.title' : 'mark.title';
}

/** What stands there, what the reader took it for, and what else it may be: at most two. */
function labelsToExplain(digit: FixedCharacter): readonly number[] {
  const codes = [digit.code, codeAsRead(digit), secondGuess(digit)].filter(
    (code) => code !== null && isDigitCode(code),
  );
  return [...new Set(codes)].map(Number).slice(0, 2);
}
