import { writeFileSync } from 'node:fs';

/** Prints a report as JSON on standard output, and writes it to a file where one is named. */
export function writeReport(report: object, file: string | undefined): void {
  const json = `${JSON.stringify(report, null, 2)}\n`;
  process.stdout.write(json);
  if (file) writeFileSync(file, json);
}
