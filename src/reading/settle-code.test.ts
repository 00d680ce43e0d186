import { describe, expect, it } from 'vitest';
import type { Expectation } from '../contract/expectation';
import { settleCode } from './settle-code';

/** A reading with these texts; all others have a probability of one in a thousand. */
function reading(texts: Readonly<Record<string, number>>) {
  return {
    texts: Object.entries(texts).map(([text, probability]) => ({ text, probability })),
    probabilityOf: (text: string) => texts[text] ?? 0.001,
  };
}

const ANY: Expectation = { id: 'number-plate' };
const BRAZIL: Expectation = { id: 'number-plate', pattern: 'BR' };

describe('settleCode', () => {
  it('takes the most probable text where it has the form', () => {
    expect(settleCode(reading({ AYO9034: 0.7, AY09034: 0.2 }), BRAZIL)).toMatchObject({
      text: 'AYO9034',
      isSettled: false,
      isFitting: true,
    });
  });

  it('takes another text of the reader before it swaps characters itself', () => {
    expect(settleCode(reading({ AY09034: 0.7, AYC9034: 0.2 }), BRAZIL)).toMatchObject({
      text: 'AYC9034',
      isSettled: true,
    });
  });

  it('swaps what looks alike, and says that the pattern settled it', () => {
    const settled = settleCode(reading({ AY09O34: 0.9 }), BRAZIL);
    expect(settled).toMatchObject({ text: 'AYO9034', isSettled: true, isFitting: true, probability: 0.001 });
  });

  it('leaves a text as it was read where nothing plausible fits', () => {
    expect(settleCode(reading({ AY9034: 0.9 }), BRAZIL)).toMatchObject({
      text: 'AY9034',
      isSettled: false,
      isFitting: false,
    });
  });

  it.each([
    ['a letter between digits', { NYL36I4: 0.6, NYL3614: 0.3 }, 'NYL3614'],
    ['a letter after letters that may as well be a digit', { OUPI442: 0.5, OUP1442: 0.3 }, 'OUP1442'],
    ['a digit before letters', { '0KL1235': 0.45, OKL1235: 0.44 }, 'OKL1235'],
  ])('tells what plates draw the same apart where any plate is expected: %s', (_, texts, text) => {
    expect(settleCode(reading(texts), ANY)).toMatchObject({ text, isSettled: true, isFitting: true });
  });

  it('believes a clear reading, however plates are written', () => {
    expect(settleCode(reading({ NYL36I4: 0.98 }), ANY)).toMatchObject({ text: 'NYL36I4', isSettled: false });
    expect(settleCode(reading({ W053011: 0.93, WO53011: 0.07 }), ANY)).toMatchObject({ text: 'W053011' });
  });

  it('only names what merely looks alike where any plate is expected', () => {
    const settled = settleCode(reading({ NYL36B4: 0.6, NYL3684: 0.3 }), ANY);
    expect(settled).toMatchObject({ text: 'NYL36B4', isSettled: false, isFitting: true });
    expect(settled?.lookAlikes.map(({ text }) => text)).toContain('NYL3684');
    expect(settleCode(reading({ NYL3614: 0.98 }), ANY)?.lookAlikes).toEqual([]);
  });

  it('reads nothing where nothing stands', () => {
    expect(settleCode(reading({ '': 0.9 }), ANY)).toBeNull();
  });
});
