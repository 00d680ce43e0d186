import { CACHE_CONTROL, SECURITY_HEADERS } from './headers.ts';

/**
 * The `_headers` file of Cloudflare Pages and Netlify.
 *
 * Both let the browser ask again for everything unless told otherwise, so only the hashed files get a Cache-Control:
 * Cloudflare would join two of them into one.
 */
export function headersFile(): string {
  const block = (path: string, headers: readonly (readonly [string, string])[]) =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${block('/*', SECURITY_HEADERS)}\n\n${block('/assets/*', [['Cache-Control', CACHE_CONTROL.hashed]])}\n`;
}
