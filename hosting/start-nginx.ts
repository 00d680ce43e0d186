import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../scripts/free-port';
import { nginxSite } from './nginx-site';

/** One line of nginx's log. */
export interface LoggedRequest {
  readonly path: string;
  readonly status: number;
  /** Headers included. */
  readonly bytes: number;
}

interface RunningNginx {
  readonly url: string;
  readonly hasBrotli: boolean;
  /** What was asked for since the start or the last call: what nginx wrote in its log. */
  takeRequests(): LoggedRequest[];
  stop(): Promise<void>;
}

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];
/** Where Debian's package libnginx-mod-http-brotli-static puts it. */
const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const START_MS = 10_000;

/** Path of an installed nginx; undefined when there is none. */
export function findNginx(): string | undefined {
  return NGINX.find((file) => existsSync(file));
}

/**
 * Starts nginx on loopback with the site of `hosting/nginx/digit-reader.conf`, everything it writes in a temporary
 * folder, so that no rights are needed and nothing of the system's configuration plays a part.
 *
 * @param root folder with the build, absolute
 * @param basePath with a slash at both ends
 */
export async function startNginx(program: string, root: string, basePath: string): Promise<RunningNginx> {
  const folder = mkdtempSync(path.join(tmpdir(), 'digit-reader-nginx-'));
  const listen = `127.0.0.1:${await freePort()}`;
  const hasBrotli = existsSync(BROTLI_MODULE);
  writeFileSync(path.join(folder, 'site.conf'), nginxSite({ listen, root, basePath, hasBrotli }));
  writeFileSync(path.join(folder, 'nginx.conf'), mainConfiguration(folder, hasBrotli));
  const child = spawn(program, [
    '-p',
    folder,
    '-c',
    path.join(folder, 'nginx.conf'),
    '-e',
    path.join(folder, 'error.log'),
  ]);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://${listen}${basePath}`;
  if (!(await answers(url, () => child.exitCode === null))) {
    const log = path.join(folder, 'error.log');
    const words = existsSync(log) ? readFileSync(log, 'utf8') : 'no word in its log';
    await stop();
    throw new Error(`nginx does not start: ${words}`);
  }
  const takeRequests = () => takeLog(path.join(folder, 'access.log'));
  takeRequests();
  return { url, hasBrotli, takeRequests, stop };
}

function takeLog(file: string): LoggedRequest[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  truncateSync(file);
  return lines.map((line) => {
    const [name = '', status, bytes] = line.split(' ');
    return { path: name, status: Number(status), bytes: Number(bytes) };
  });
}

function mainConfiguration(folder: string, hasBrotli: boolean): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `${hasBrotli ? `load_module ${BROTLI_MODULE};\n` : ''}${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
    log_format counted '$request_uri $status $bytes_sent';
    access_log ${folder}/access.log counted;
    sendfile on;
    tcp_nopush on;
${temporary.map((name) => `    ${name}_temp_path ${folder}/${name};`).join('\n')}
    include ${folder}/site.conf;
}
`;
}

async function answers(url: string, isRunning: () => boolean): Promise<boolean> {
  const end = Date.now() + START_MS;
  while (Date.now() < end && isRunning()) {
    const response = await fetch(url, { method: 'HEAD' }).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
