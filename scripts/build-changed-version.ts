import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '..');
const [outDir, title, modelVersion] = process.argv.slice(2);
if (!outDir || !title || !modelVersion) throw new Error('build-changed-version FOLDER TITLE MODEL-VERSION');

/** The home page's title, which everybody sees, is another one. */
function changeTitle(): Plugin {
  return {
    name: 'change-title',
    enforce: 'pre',
    transform: {
      filter: { id: /\/catalogs\/en\/shell\.json$/ },
      order: 'pre',
      handler: (code) => code.replace(/"read\.title": "[^"]*"/, `"read.title": ${JSON.stringify(title)}`),
    },
  };
}

/** The files of `public/`, with a classifier that calls itself another version. */
function changePublicFiles(): string {
  const folder = `${outDir}.public`;
  cpSync(path.join(ROOT, 'public'), folder, { recursive: true });
  const manifest = path.join(folder, 'models/latin/manifest.json');
  const changed = { ...JSON.parse(readFileSync(manifest, 'utf8')), version: modelVersion };
  writeFileSync(manifest, JSON.stringify(changed));
  return folder;
}

/** Builds the site as a later version would be, for the tests of updating from one to the next. */
await build({
  root: ROOT,
  logLevel: 'warn',
  publicDir: changePublicFiles(),
  plugins: [changeTitle()],
  build: { outDir, emptyOutDir: true },
});
