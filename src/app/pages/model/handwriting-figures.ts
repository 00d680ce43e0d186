import { isDigitCode } from '../../../contract/characters';
import type { Recognition } from '../../../contract/recognition';
import { type Corrections, correctedReading } from '../../../corrections/corrections';
import { charactersOf } from '../../../corrections/fixed-reading';

/** How well the reader did on pictures that a person corrected. */
export interface HandwritingFigures {
  readonly pictures: number;
  readonly right: number;
  /** Read as another digit. */
  readonly wrong: number;
  /** Read where no digit stands. */
  readonly extra: number;
  /** Not found, or found as part of another one. */
  readonly missed: number;
  /** What was written and what was read instead, the most frequent first. */
  readonly mixups: readonly { readonly truth: number; readonly read: number; readonly count: number }[];
}

export interface CorrectedPicture {
  readonly recognition: Recognition;
  readonly corrections: Corrections;
}

/** Compares what was read with what a person made of it; what they left as it was counts as right. */
export function handwritingFigures(pictures: readonly CorrectedPicture[]): HandwritingFigures {
  const counts = { right: 0, wrong: 0, extra: 0, missed: 0 };
  const mixups = new Map<string, { truth: number; read: number; count: number }>();
  for (const { recognition, corrections } of pictures) {
    const characters = charactersOf(correctedReading(recognition, corrections));
    const digits = characters.filter(({ code }) => code !== null && isDigitCode(code));
    const kept = digits.filter(({ id }) => id < recognition.digits.length);
    counts.missed += digits.length - kept.length;
    counts.extra += recognition.digits.length - kept.length;
    for (const { id, code } of kept) {
      const truth = Number(code);
      const read = recognition.digits[id]!.prediction.ranked[0]!.label;
      counts[truth === read ? 'right' : 'wrong'] += 1;
      if (truth !== read) {
        const mixup = mixups.get(`${truth}${read}`) ?? { truth, read, count: 0 };
        mixups.set(`${truth}${read}`, { ...mixup, count: mixup.count + 1 });
      }
    }
  }
  return { pictures: pictures.length, ...counts, mixups: [...mixups.values()].sort((a, b) => b.count - a.count) };
}
