import type { InkKind, OtherInk } from '../contract/recognition';
import type { LineReading } from '../line/read-lines';

const OTHER_INK: Readonly<Record<string, InkKind>> = {
  letter: 'letter',
  'crossed-box': 'crossed-box',
  'struck-out': 'struck-out',
};

/** Letters, crosses and struck-out digits that the line reader saw. */
export function otherInkOf(line: LineReading): OtherInk[] {
  return line.characters.flatMap(({ code, box }) => {
    const kind = OTHER_INK[code];
    return kind ? [{ kind, box }] : [];
  });
}
