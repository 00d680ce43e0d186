import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import autocannon from 'autocannon';
import { type BrowserContext, chromium } from 'playwright';
import { type HostingBench, loadWords, type VisitLoad } from '../hosting/load';
import { findNginx, type LoggedRequest, startNginx } from '../hosting/start-nginx';
import { endWithReader } from '../src/cli/end-with-reader';
import { findChromium } from './find-chromium';

endWithReader();

const ROOT = path.resolve(import.meta.dirname, '..');
const DIST = path.resolve(process.env.DIST ?? path.join(ROOT, 'dist'));
const PICTURE = path.join(ROOT, 'e2e/images/amount-in-blue-ink.jpg');
const CONNECTIONS = 50;
const SECONDS = 10;
/** The service worker goes on fetching after the number is there. */
const QUIET_MS = 5000;

type Nginx = Awaited<ReturnType<typeof startNginx>>;

/** Opens the app, reads a picture and lists what reached nginx meanwhile. */
async function visit(context: BrowserContext, nginx: Nginx): Promise<LoggedRequest[]> {
  const page = await context.newPage();
  await page.goto(nginx.url);
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose pictures' }).click();
  await (await dialog).setFiles(PICTURE);
  await page
    .getByRole('button', { name: /^Digit 1: / })
    .first()
    .waitFor({ timeout: 120_000 });
  await setTimeout(QUIET_MS);
  await page.close();
  return nginx.takeRequests();
}

async function recordVisits(nginx: Nginx): Promise<{ cold: LoggedRequest[]; returning: LoggedRequest[] }> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const context = await browser.newContext();
    return { cold: await visit(context, nginx), returning: await visit(context, nginx) };
  } finally {
    await browser.close();
  }
}

/** Asks for the very same files again and again, those that were not sent with the tag that spares sending them. */
async function load(nginx: Nginx, logged: readonly LoggedRequest[]): Promise<VisitLoad> {
  const requests = await Promise.all(logged.map((request) => repeatable(nginx, request)));
  const result = await autocannon({
    url: new URL(nginx.url).origin,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests,
  });
  return {
    requests: logged.length,
    bytes: logged.reduce((sum, { bytes }) => sum + bytes, 0),
    requestsPerSecond: Math.round(result.requests.average),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    errors: result.errors + result.timeouts + result['4xx'] + result['5xx'],
  };
}

async function repeatable(nginx: Nginx, { path: name, status }: LoggedRequest) {
  const headers: Record<string, string> = { 'Accept-Encoding': 'gzip, deflate, br' };
  if (status === 304) {
    const response = await fetch(new URL(name, nginx.url), { method: 'HEAD', headers });
    headers['If-None-Match'] = response.headers.get('ETag') ?? '';
  }
  return { method: 'GET', path: name, headers } as const;
}

async function bench(program: string): Promise<HostingBench> {
  const loadBefore = loadavg()[0] ?? 0;
  const nginx = await startNginx(program, DIST, '/');
  try {
    const visits = await recordVisits(nginx);
    const server = spawnSync(program, ['-v'], { encoding: 'utf8' }).stderr.replace('nginx version: ', '');
    return {
      server: server.trim() || 'nginx',
      cores: cpus().length,
      connections: CONNECTIONS,
      seconds: SECONDS,
      loadBefore,
      cold: await load(nginx, visits.cold),
      returning: await load(nginx, visits.returning),
    };
  } finally {
    await nginx.stop();
  }
}

const program = findNginx();
if (program) {
  const result = await bench(program);
  writeFileSync(path.join(ROOT, 'hosting/bench.json'), `${JSON.stringify(result, null, 2)}\n`);
  console.log(loadWords(result));
} else {
  console.log('nginx is not installed (Debian: apt-get install nginx libnginx-mod-http-brotli-static).');
}
