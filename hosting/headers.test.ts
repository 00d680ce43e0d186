import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStaticServer } from '../scripts/static-server';
import { CONTENT_TYPES, cacheControl, META_POLICY, SECURITY_HEADERS } from './headers';
import { headersFile } from './headers-file';
import { nginxSite } from './nginx-site';
import { writtenFiles } from './written-files';

const ROOT = path.resolve(import.meta.dirname, '..');

const policy = parsePolicy(SECURITY_HEADERS.find(([name]) => name === 'Content-Security-Policy')?.[1] ?? '');

function parsePolicy(text: string): Map<string, string[]> {
  return new Map(text.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]));
}

describe('the policy', () => {
  it('allows no inline script or style, no eval and no other origin', () => {
    const sources = [...policy].flatMap(([directive, said]) => (directive.includes('trusted-types') ? [] : said));
    expect(
      sources.filter((source) => !["'self'", "'none'", "'wasm-unsafe-eval'", 'blob:', 'data:'].includes(source)),
    ).toEqual([]);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    for (const directive of ['style-src', 'connect-src', 'worker-src', 'manifest-src']) {
      expect(policy.get(directive)).toEqual(["'self'"]);
    }
  });

  it('forbids plugins, another base of addresses and frames; no other origin may read an answer', () => {
    for (const directive of ['object-src', 'base-uri', 'frame-ancestors']) {
      expect(policy.get(directive)).toEqual(["'none'"]);
    }
    expect(SECURITY_HEADERS.filter(([name]) => /^access-control/i.test(name))).toEqual([]);
  });

  it('is the same in the page, but for what a <meta> element cannot say', () => {
    const inPage = parsePolicy(META_POLICY);
    expect([...policy.keys()].filter((directive) => !inPage.has(directive))).toEqual(['frame-ancestors']);
    for (const [directive, sources] of inPage) expect(policy.get(directive)).toEqual(sources);
  });
});

describe('hosts', () => {
  it.each(writtenFiles().map(({ name, text }) => [name, text]))(
    '%s is up to date (else: npm run write:hosting)',
    (name, text) => {
      expect(readFileSync(path.join(ROOT, name), 'utf8')).toBe(text);
    },
  );

  it('nginx: sends every header and knows every type', () => {
    const site = nginxSite({ listen: '80', root: '/site', basePath: '/under/', hasBrotli: false });
    for (const [name, value] of SECURITY_HEADERS) expect(site).toContain(`add_header ${name} "${value}" always;`);
    for (const [extension, type] of Object.entries(CONTENT_TYPES)) expect(site).toContain(`"${type}" ${extension};`);
    expect(site).not.toContain('brotli');
  });

  it('nginx: lists no folder, tells no version and sends nothing to another server', () => {
    const site = nginxSite({ listen: '80', root: '/site', basePath: '/', hasBrotli: true });
    expect(site).toContain('server_tokens off;');
    expect(site).not.toMatch(/autoindex|proxy_pass|fastcgi/);
  });

  it('Cloudflare Pages and Netlify: every header for every path, in lines that Cloudflare takes', () => {
    const [everywhere = '', assets] = headersFile().split('\n\n');
    expect(everywhere.split('\n')).toEqual(['/*', ...SECURITY_HEADERS.map(([name, value]) => `  ${name}: ${value}`)]);
    expect(assets).toBe('/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n');
    expect(
      Math.max(
        ...headersFile()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(2000);
  });

  it('every kind of file in public/ has its content type', () => {
    const extensions = readdirSync(path.join(ROOT, 'public'), { recursive: true })
      .map((name) => path.extname(String(name)).slice(1))
      .filter(Boolean);
    expect([...new Set(extensions)].filter((extension) => !(extension in CONTENT_TYPES))).toEqual([]);
  });
});

describe('what may be kept', () => {
  it.each(['/assets/index-DLRwDqAG.css', '/some/where/assets/tfjs-backend-wasm-simd-BrM3BlWr.wasm'])(
    '%s never changes',
    (name) => expect(cacheControl(name)).toBe('public, max-age=31536000, immutable'),
  );

  it.each(['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/models/latin/weights.bin', '/assets/icon.svg'])(
    '%s is asked for again',
    (name) => expect(cacheControl(name)).toBe('no-cache'),
  );
});

describe('npm start', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'digit-reader-'));
  let server: Awaited<ReturnType<typeof startStaticServer>>;

  beforeAll(async () => {
    writeFileSync(path.join(folder, 'index.html'), 'plain');
    writeFileSync(path.join(folder, 'index.html.br'), 'brotli');
    writeFileSync(path.join(folder, 'index.html.gz'), 'gzip');
    server = await startStaticServer({ root: folder, basePath: '/under/', port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  it.each(['', 'not-there'])('sends every header with /under/%s', async (name) => {
    const { headers } = await fetch(server.url + name, { method: 'HEAD' });
    for (const [header, value] of SECURITY_HEADERS) expect(headers.get(header)).toBe(value);
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('to a browser that takes %s it sends %s', async (accepted, encoding) => {
    const { headers } = await fetch(server.url, { method: 'HEAD', headers: { 'Accept-Encoding': accepted } });
    expect(headers.get('Content-Encoding')).toBe(encoding);
    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  });

  it('says that nothing has changed', async () => {
    const first = await fetch(server.url, { method: 'HEAD' });
    const second = await fetch(server.url, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
    expect(second.status).toBe(304);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('takes no %s', async (method) => {
    expect((await fetch(server.url, { method })).status).toBe(404);
  });

  it('serves nothing above its folder', async () => {
    const { status } = await fetch(`${server.url}..%2f..%2f..%2f..%2fetc%2fpasswd`);
    expect(status).toBe(404);
  });
});
