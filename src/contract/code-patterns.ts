/** How the number plates of a country are written. */
interface CodePattern {
  /** The country as ISO 3166 names it, by which its name is known in every language; 'mercosur' has a message of its own. */
  readonly id: string;
  /** L a letter, D a digit, A either; the rest as in regular expressions. */
  readonly form: string;
}

/** Letters of France's and Italy's plates: without those that look like digits or like each other. */
const CLEAR = '[A-HJ-NP-TV-Z]';
/** What may stand behind the district of a Polish plate. */
const POLISH = '[\\dACE-HJ-NPR-Y]';

/** One row a country, with the plates that are seen most; spaces and dashes are no part of a plate. */
export const CODE_PATTERNS = [
  { id: 'BR', form: 'LLLDDDD' },
  { id: 'mercosur', form: 'LLLDLDD|LLDDDLL|LLLLDDD' },
  { id: 'AR', form: 'LLDDDLL|LLLDDD' },
  { id: 'AT', form: 'L{1,2}D{1,5}L{1,3}' },
  { id: 'BE', form: 'D?LLLDDD' },
  { id: 'CH', form: 'LLD{1,6}' },
  { id: 'CZ', form: '[1-9]LADDDD' },
  { id: 'DE', form: 'L{2,5}D{1,4}[EH]?' },
  { id: 'DK', form: 'LLDDDDD' },
  { id: 'ES', form: 'DDDD[BCDFGHJ-NPR-TV-Z]{3}' },
  { id: 'FI', form: 'L{2,3}D{1,3}' },
  { id: 'FR', form: `${CLEAR}{2}DDD${CLEAR}{2}` },
  { id: 'GB', form: 'LLDDLLL|LD{1,3}LLL|LLLD{1,3}L' },
  { id: 'HR', form: 'LLD{3,4}L{1,2}' },
  { id: 'HU', form: 'L{3,4}DDD' },
  { id: 'IN', form: 'LLDD?[A-HJ-NP-Z]{0,3}DDDD|DDBHDDDDL{1,2}' },
  { id: 'IT', form: `${CLEAR}{2}DDD${CLEAR}{2}` },
  { id: 'LT', form: 'LLLDDD' },
  {
    id: 'NL',
    form: 'LLDDDD|DDDDLL|DDLLDD|LLDDLL|LLLLDD|DDLLLL|DDLLLD|DLLLDD|LLDDDL|LDDDLL|LLLDDL|LDDLLL|DLLDDD|DDDLLD',
  },
  { id: 'NO', form: 'LLDDDDD' },
  { id: 'PL', form: `L{2,3}(?=.*D)${POLISH}{4,5}` },
  { id: 'PT', form: 'LLDDLL|DDLLDD|DDDDLL|LLDDDD' },
  { id: 'RO', form: 'BD{2,3}LLL|LLDDLLL' },
  { id: 'SE', form: 'LLLDD[\\dA-Z]' },
  { id: 'SK', form: 'LLDDDLL' },
  { id: 'US', form: 'A{4,8}' },
] as const satisfies readonly CodePattern[];

export type CodePatternId = (typeof CODE_PATTERNS)[number]['id'];

/** Letters that many plates draw as they draw a digit. */
export const DRAWN_ALIKE: Readonly<Record<string, string>> = { O: '0', I: '1' };

/**
 * Characters that only their place in a code tells apart, and what each may be instead: the first row is for places of digits, the
 * second for places of letters.
 */
export const LOOK_ALIKES: readonly Readonly<Record<string, string>>[] = [
  { O: '0', Q: '0', D: '0', I: '1', B: '8', S: '5', Z: '2', G: '6' },
  { 0: 'ODQ', 1: 'I', 8: 'B', 5: 'S', 2: 'Z', 6: 'G' },
];
