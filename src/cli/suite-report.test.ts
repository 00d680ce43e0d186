import { describe, expect, it } from 'vitest';
import type { ScoredPicture } from './score';
import { confidenceReport, countedReport, pairsReport, partedReport, type SummableReport } from './suite-report';

function picture(label: string, text: string, verdict: 'sure' | 'check' = 'sure'): ScoredPicture {
  const digits = [...text].map((digit) => ({ label: Number(digit), confidence: 0.9, verdict }) as const);
  return { name: label, label, digits, elapsedMs: 1 };
}

describe('countedReport', () => {
  it('has the share of all and of each part, and how many are wrong and sure', () => {
    const report = countedReport([
      { name: 'Thai', count: 4, right: 3, wrongSure: 1 },
      { name: 'Tibetan', count: 4, right: 2, wrongSure: 0 },
    ]);
    expect(report).toMatchObject({ count: 8, exact: 0.625, wrongSure: 1 });
    expect(report.parts).toMatchObject([
      { name: 'Thai', exact: 0.75, wrongSure: 1 },
      { name: 'Tibetan', exact: 0.5, wrongSure: 0 },
    ]);
  });
});

describe('partedReport', () => {
  it('has a figure of all pictures and of each part', () => {
    const report = partedReport('hard', [
      { name: 'touching', pictures: [picture('12', '12'), picture('34', '3')] },
      { name: 'broken', pictures: [picture('5', '5'), picture('6', '6')] },
    ]);
    expect(report).toMatchObject({ count: 4, exact: 0.75, blank: 0 });
    expect(report.parts).toMatchObject([
      { name: 'touching', count: 2, exact: 0.5 },
      { name: 'broken', count: 2, exact: 1 },
    ]);
    expect(report).not.toHaveProperty('withSureDigit');
  });

  it('tells of pictures without digits in how many one was read for sure', () => {
    const report = partedReport('empty', [
      { name: 'paper', pictures: [picture('', ''), picture('', '1'), picture('', '7', 'check'), picture('', '')] },
    ]);
    expect(report).toMatchObject({ exact: 0.5, blank: 0.5, withSureDigit: 0.25 });
    expect(report.parts[0]).toMatchObject({ exact: 0.5, withSureDigit: 0.25 });
  });
});

function summable(changes: Partial<SummableReport>): SummableReport {
  return { count: 1, reliability: [], verdicts: { read: 0, check: 0, sure: 0, sureAndRight: 0 }, ...changes };
}

describe('confidenceReport', () => {
  it('adds digits up, whatever set they are of', () => {
    const report = confidenceReport([
      summable({
        count: 10,
        reliability: [{ confidence: 0.99, accuracy: 1, count: 90 }],
        verdicts: { read: 90, check: 10, sure: 80, sureAndRight: 80 },
      }),
      summable({
        count: 5,
        reliability: [{ confidence: 0.99, accuracy: 0, count: 10 }],
        verdicts: { read: 10, check: 0, sure: 10, sureAndRight: 8 },
      }),
    ]);
    expect(report).toMatchObject({ count: 15, sureShare: 0.9, checkShare: 0.1, calibrationError: 0.09 });
    expect(report.sureAccuracy).toBeCloseTo(88 / 90, 5);
  });
});

describe('pairsReport', () => {
  it('counts digits taken for the other one of their pair, and no other mistake', () => {
    const confusion = Array.from({ length: 10 }, (_, truth) =>
      Array.from({ length: 10 }, (_cell, read): number => (truth === read ? 9 : 0)),
    );
    confusion[1]![7] = 2;
    confusion[1]![4] = 5;
    const { parts, count } = pairsReport([summable({ confusion }), summable({ confusion })]);
    expect(parts[0]).toMatchObject({ name: '1 and 7', count: 50, exact: 0.92 });
    expect(parts[3]).toMatchObject({ name: '3 and 8', count: 36, exact: 1 });
    expect(count).toBe(50 + 36 * 3);
  });
});
