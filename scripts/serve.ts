import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { startStaticServer } from './static-server';

const DEFAULT_PORT = 4173;

/**
 * Serves `dist/` (or the folder DIST) and prints where. PORT, HOST and BASE_PATH (e.g. /some/where/) choose the place;
 * VIOLATIONS names a file that gets a line for everything that the Content Security Policy forbade.
 */
async function serve(): Promise<void> {
  const violations = process.env.VIOLATIONS;
  const options = {
    root: path.resolve(process.env.DIST ?? path.join(import.meta.dirname, '../dist')),
    basePath: withSlashes(process.env.BASE_PATH ?? '/'),
    host: process.env.HOST ?? '127.0.0.1',
    ...(violations ? { onViolation: (report: string) => appendFileSync(violations, `${report}\n`) } : {}),
  };
  const wantedPort = process.env.PORT;
  const server = await startStaticServer({ ...options, port: Number(wantedPort ?? DEFAULT_PORT) }).catch((error) => {
    // Somebody else has the usual port: any other will do, unless one was asked for by name.
    if (wantedPort !== undefined || error.code !== 'EADDRINUSE') throw error;
    return startStaticServer({ ...options, port: 0 });
  });
  console.log(`Handwritten digit reader: ${server.url}  (stop with Ctrl+C)`);
}

function withSlashes(basePath: string): string {
  return `/${basePath}/`.replace(/\/+/g, '/');
}

await serve();
