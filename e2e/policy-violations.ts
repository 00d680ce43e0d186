import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** The server of the tests writes here what browsers report to it, from workers as well as from pages. */
export const VIOLATIONS = path.resolve(import.meta.dirname, '../.cache/policy-violations.jsonl');

export function forgetViolations(): void {
  mkdirSync(path.dirname(VIOLATIONS), { recursive: true });
  rmSync(VIOLATIONS, { force: true });
}

export function reportedViolations(): string[] {
  return existsSync(VIOLATIONS) ? readFileSync(VIOLATIONS, 'utf8').trim().split('\n') : [];
}

/** Collects what the pages themselves are told of, at once and under any host. */
export async function watchViolations(context: BrowserContext): Promise<string[]> {
  const violations: string[] = [];
  await context.exposeBinding('reportViolation', (_source, words: string) => violations.push(words));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
      const words = `${effectiveDirective} forbids ${blockedURI} (${sourceFile}:${lineNumber})`;
      (globalThis as unknown as { reportViolation(words: string): void }).reportViolation(words);
    });
  });
  return violations;
}
