import { CACHE_CONTROL, CONTENT_TYPES, DEFAULT_CONTENT_TYPE, HASHED_FILE, SECURITY_HEADERS } from './headers.ts';

interface NginxSiteOptions {
  /** Port, or address and port. */
  readonly listen: string;
  /** Folder with the build, absolute. */
  readonly root: string;
  /** Path under which the site appears, with a slash at both ends. */
  readonly basePath: string;
  /** Whether nginx has the module that sends `.br` files (Debian: libnginx-mod-http-brotli-static). */
  readonly hasBrotli: boolean;
}

/** An nginx configuration for the `http` block (Debian: a file in /etc/nginx/conf.d/) that serves the build. */
export function nginxSite({ listen, root, basePath, hasBrotli }: NginxSiteOptions): string {
  const place =
    basePath === '/'
      ? [`root ${root};`]
      : [`location ${basePath} {`, `    alias ${root}/;`, '    index index.html;', '}'];
  return `# Written by \`npm run write:hosting\` from hosting/headers.ts; change it there.
map $uri $digit_reader_cache {
    default "${CACHE_CONTROL.other}";
    "~${HASHED_FILE.source.replaceAll('\\/', '/')}" "${CACHE_CONTROL.hashed}";
}

server {
    listen ${listen};
    server_tokens off;
    absolute_redirect off;

    # The files that \`npm run build\` compressed are sent as they are: nothing is compressed while somebody waits.
    gzip_static on;
    gzip_vary on;
${hasBrotli ? '    brotli_static on;\n' : ''}
    types {
${typeLines().join('\n')}
    }
    default_type ${DEFAULT_CONTENT_TYPE};

    # A location with an add_header of its own would lose all of these.
${SECURITY_HEADERS.map(([name, value]) => `    add_header ${name} "${value}" always;`).join('\n')}
    add_header Cache-Control $digit_reader_cache;

    index index.html;
${place.map((line) => `    ${line}`).join('\n')}
}
`;
}

function typeLines(): string[] {
  return Object.entries(CONTENT_TYPES).map(([extension, type]) => `        "${type}" ${extension};`);
}

/** The file that is ready to use: `hosting/nginx/digit-reader.conf`, with the build in /usr/share/digit-reader. */
export const NGINX_SITE = nginxSite({
  listen: '80',
  root: '/usr/share/digit-reader',
  basePath: '/',
  hasBrotli: true,
});
