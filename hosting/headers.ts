/**
 * What every response of a host should say. The one table: nginx's configuration, `_headers` for Cloudflare Pages and
 * Netlify, the `<meta>` policy of the built page and `npm start` are all written from it.
 */

type Policy = Readonly<Record<string, readonly string[]>>;

/**
 * Content Security Policy, CSP Level 3. Nothing is allowed but what the app uses; no inline script, no inline style,
 * no `eval`: only WebAssembly may be compiled.
 */
const CONTENT_SECURITY_POLICY: Policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  // Pictures that were given are shown as blob:, thumbnails as data:.
  'img-src': ["'self'", 'blob:', 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  // The system's share sheet posts pictures to the page as a form does.
  'form-action': ["'self'"],
  // Text becomes no script and no part of the page; scripts start from the site's own files (`src/inference/trust-own-scripts.ts`).
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default', 'inert-documents'],
  'frame-ancestors': ["'none'"],
};

/** Directives that browsers ignore in a `<meta>` element and complain about. */
const HEADER_ONLY = new Set(['frame-ancestors']);

/** What the page may ask the browser for. All else that browsers know to be asked for is switched off. */
const ALLOWED_FEATURES = [
  'camera',
  'clipboard-read',
  'clipboard-write',
  'cross-origin-isolated',
  'fullscreen',
] as const;

const DENIED_FEATURES = [
  'accelerometer',
  'autoplay',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
] as const;

/** A header's name and its value. */
type Header = readonly [name: string, value: string];

/** Sent with every response, whatever it is. */
export const SECURITY_HEADERS: readonly Header[] = [
  ['Content-Security-Policy', policyText(CONTENT_SECURITY_POLICY)],
  // The next three isolate the page from every other origin; only then do browsers lend WebAssembly its threads.
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', permissionsPolicy()],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
];

/** The floor where a host sets no headers: the same policy as far as a `<meta>` element may state it. */
export const META_POLICY: string = policyText(
  Object.fromEntries(Object.entries(CONTENT_SECURITY_POLICY).filter(([directive]) => !HEADER_ONLY.has(directive))),
);

/**
 * Paths whose name contains a hash of their content: they never change. Plain enough to mean the same to JavaScript
 * and to nginx (PCRE).
 */
export const HASHED_FILE = /\/assets\/[^/]+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

export const CACHE_CONTROL = {
  hashed: 'public, max-age=31536000, immutable',
  /** Kept, but asked for again every time: the page, the service worker, the manifest, the models. */
  other: 'no-cache',
} as const;

/** @param path of a URL, from its first slash */
export function cacheControl(path: string): string {
  return HASHED_FILE.test(path) ? CACHE_CONTROL.hashed : CACHE_CONTROL.other;
}

/** Content types by file extension; the text ones are UTF-8. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bin: 'application/octet-stream',
  bmp: 'image/bmp',
  css: 'text/css; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  md: 'text/plain; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

export const DEFAULT_CONTENT_TYPE = 'application/octet-stream';

function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}

function permissionsPolicy(): string {
  return [...ALLOWED_FEATURES.map((name) => `${name}=(self)`), ...DENIED_FEATURES.map((name) => `${name}=()`)]
    .sort()
    .join(', ');
}
