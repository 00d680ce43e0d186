import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.bin': 'application/octet-stream',
  '.bmp': 'image/bmp',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

interface StaticServerOptions {
  /** Folder that is served. */
  readonly root: string;
  /** Path under which it appears, with a slash at both ends, e.g. '/some/where/'; everything else is 404. */
  readonly basePath: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
}

interface RunningServer {
  readonly url: string;
  close(): void;
}

/** Serves a folder of files as any static host would: no rewriting, no fallback page, a 404 for what is not there. */
export async function startStaticServer(options: StaticServerOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => response.destroy(error as Error));
  });
  await listen(server, options.port, options.host);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${options.host}:${port}${options.basePath}`, close: () => server.close() };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, options: StaticServerOptions): Promise<void> {
  const file = await findFile(request.url ?? '/', options);
  if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': CONTENT_TYPES[path.extname(file.name).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': file.bytes,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file.name).pipe(response);
}

async function findFile(
  requestUrl: string,
  { root, basePath }: StaticServerOptions,
): Promise<{ name: string; bytes: number } | undefined> {
  const wanted = decodePath(new URL(requestUrl, 'http://localhost').pathname);
  if (!wanted?.startsWith(basePath)) return undefined;
  const name = path.join(root, wanted.slice(basePath.length) || 'index.html');
  if (name !== root && !name.startsWith(root + path.sep)) return undefined;
  const found = await stat(name).catch(() => undefined);
  return found?.isFile() ? { name, bytes: found.size } : undefined;
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
