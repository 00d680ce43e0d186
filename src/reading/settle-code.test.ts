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

  it('changes nothing where any plate is expected, and names what it may be', () => {
    const settled = settleCode(reading({ NYL36I4: 0.98 }), ANY);
    expect(settled).toMatchObject({ text: 'NYL36I4', isSettled: false, isFitting: true });
    expect(settled?.lookAlikes.map(({ text }) => text)).toContain('NYL3614');
    expect(settleCode(reading({ NYL3614: 0.98 }), ANY)?.lookAlikes).toEqual([]);
  });

  it('reads nothing where nothing stands', () => {
    expect(settleCode(reading({ '': 0.9 }), ANY)).toBeNull();
  });
});
