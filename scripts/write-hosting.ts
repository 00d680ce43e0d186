import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { NGINX_SITE } from '../hosting/nginx-site';

/** Writes the files in `hosting/` that follow from the table of headers. A test compares them. */
writeFileSync(path.resolve(import.meta.dirname, '../hosting/nginx/digit-reader.conf'), NGINX_SITE);
