import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { CONTENT_TYPES, cacheControl, DEFAULT_CONTENT_TYPE, SECURITY_HEADERS } from '../hosting/headers';

/** What `npm run build` compressed, the best first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

interface StaticServerOptions {
  /** Folder that is served. */
  readonly root: string;
  /** Path under which it appears, with a slash at both ends, e.g. '/some/where/'; everything else is 404. */
  readonly basePath: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Sent with every response; the table of `hosting/headers.ts` unless given. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** Browsers are asked to report what the policy forbade; called with each report, a JSON text. */
  readonly onViolation?: (report: string) => void;
}

const REPORT_PATH = 'policy-violations';

interface RunningServer {
  readonly url: string;
  close(): void;
}

interface FoundFile {
  readonly name: string;
  readonly info: Stats;
}

/** Serves a folder of files as any static host would: no rewriting, no fallback page, a 404 for what is not there. */
export async function startStaticServer(options: StaticServerOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => response.destroy(error as Error));
  });
  await listen(server, options.port, options.host);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${options.host}:${port}${options.basePath}`, close: () => stop(server) };
}

/** At once: a browser would keep its open connections. */
function stop(server: Server): void {
  server.close();
  server.closeAllConnections();
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, options: StaticServerOptions): Promise<void> {
  setHeaders(response, options);
  if (request.method === 'POST' && request.url === options.basePath + REPORT_PATH && options.onViolation) {
    options.onViolation(await text(request));
    response.writeHead(204).end();
    return;
  }
  const file = await findFile(request.url ?? '/', options);
  if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const { sent, encoding } = await chooseEncoding(file, String(request.headers['accept-encoding'] ?? ''));
  const tag = `"${Math.round(sent.info.mtimeMs).toString(16)}-${sent.info.size.toString(16)}"`;
  const headers = {
    'Content-Type': CONTENT_TYPES[path.extname(file.name).slice(1).toLowerCase()] ?? DEFAULT_CONTENT_TYPE,
    'Cache-Control': cacheControl(`/${path.relative(options.root, file.name).split(path.sep).join('/')}`),
    ETag: tag,
    Vary: 'Accept-Encoding',
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Length': sent.info.size });
  if (request.method === 'HEAD') response.end();
  else createReadStream(sent.name).pipe(response);
}

function setHeaders(response: ServerResponse, { headers, basePath, onViolation }: StaticServerOptions): void {
  for (const [name, value] of headers ?? SECURITY_HEADERS) {
    const isReported = onViolation && name === 'Content-Security-Policy';
    response.setHeader(name, isReported ? `${value}; report-uri ${basePath}${REPORT_PATH}` : value);
  }
}

/** The compressed file beside the wanted one, where there is one that the browser takes. */
async function chooseEncoding(file: FoundFile, accepted: string): Promise<{ sent: FoundFile; encoding?: string }> {
  for (const [encoding, suffix] of ENCODINGS) {
    if (!accepted.includes(encoding)) continue;
    const info = await stat(file.name + suffix).catch(() => undefined);
    if (info?.isFile()) return { sent: { name: file.name + suffix, info }, encoding };
  }
  return { sent: file };
}

async function findFile(requestUrl: string, { root, basePath }: StaticServerOptions): Promise<FoundFile | undefined> {
  const wanted = decodePath(new URL(requestUrl, 'http://localhost').pathname);
  if (!wanted?.startsWith(basePath)) return undefined;
  const name = path.join(root, wanted.slice(basePath.length) || 'index.html');
  if (name !== root && !name.startsWith(root + path.sep)) return undefined;
  const info = await stat(name).catch(() => undefined);
  return info?.isFile() ? { name, info } : undefined;
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
