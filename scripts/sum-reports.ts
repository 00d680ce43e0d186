import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const REPORTS = path.resolve(import.meta.dirname, '../.cache/reports');

/** A suite that left no report, or ran no test, did not run: that is a failure, not zero tests. */
const MISSING: Tally = { passed: 0, failed: 1 };

/** Adds up the reports of Vitest, Playwright and pytest, and the failures of other steps. */
function sumReports(otherFailures: number): Tally {
  const tallies = [
    tally('vitest.json', vitestTally),
    tally('playwright.json', playwrightTally),
    tally('pytest.xml', pytestTally),
    { passed: 0, failed: otherFailures },
  ];
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function tally(name: string, read: (text: string) => Tally): Tally {
  const file = path.join(REPORTS, name);
  const found = existsSync(file) ? read(readFileSync(file, 'utf8')) : MISSING;
  return found.passed + found.failed > 0 ? found : MISSING;
}

function vitestTally(text: string): Tally {
  const report = JSON.parse(text) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number };
  // A file that cannot be loaded fails as a suite without any test in it.
  const failed = report.numFailedTests === 0 && report.numFailedTestSuites > 0 ? 1 : report.numFailedTests;
  return { passed: report.numPassedTests, failed };
}

function playwrightTally(text: string): Tally {
  const { stats, errors } = JSON.parse(text) as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: readonly unknown[];
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

function pytestTally(text: string): Tally {
  const count = (name: string): number =>
    Number(text.match(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`))?.[1] ?? 0);
  const failed = count('failures') + count('errors');
  return { passed: count('tests') - count('skipped') - failed, failed };
}

const total = sumReports(Number(process.argv[2] ?? 0));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
