import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The scripts that index.html itself asks for: they arrive before any picture is chosen. */
function shellScripts() {
  const page = 'dist/index.html';
  if (!existsSync(page)) throw new Error('Build first: npm run build');
  const html = readFileSync(page, 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file]) => `dist/${file}`);
}

function filesUnder(folder, pattern) {
  return readdirSync(folder, { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => pattern.test(name));
}

/** The scripts and all that they name, at once or by import(). */
function withImports(files) {
  const found = new Set(files);
  for (const file of found) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      if (existsSync(`dist/assets/${name}`)) found.add(`dist/assets/${name}`);
    }
  }
  return [...found];
}

const shell = shellScripts();
for (const file of shell) {
  // Words of its engine that no minifier changes; the names of its chunks may well stand in the shell.
  if (/_tfengine|KEEP_INTERMEDIATE_TENSORS/.test(readFileSync(file, 'utf8'))) {
    throw new Error(`${file} is part of the shell and contains TensorFlow.js: load it by import() or in the worker.`);
  }
}

const card = filesUnder('dist/model-card', /./).filter((file) => /\.\w+$/.test(file) && !/\.(br|gz)$/.test(file));
const allModels = filesUnder('dist/models', /(model\.json|manifest\.json|\.bin)$/);
// Loaded by those alone who read other digits than Latin ones.
const scripts = allModels.filter((file) => file.includes('models/scripts/'));
// By those alone who read letters.
const plates = allModels.filter((file) => file.includes('models/plate-'));
const models = allModels.filter((file) => !scripts.includes(file) && !plates.includes(file));
// A browser fetches one of the WASM builds; the one with threads, which brings two scripts, is the largest.
const wasm = filesUnder('dist/assets', /(wasm-threaded-simd[^/]*\.(wasm|js)|wasm-thread-[^/]*\.js)$/);
const page = filesUnder('dist', /(index\.html|\.css|latin-wght-normal[^/]*\.woff2)$/);
const worker = withImports(filesUnder('dist/assets', /recognizer\.worker[^/]*\.js$/));

export default [
  { name: 'shell: scripts before any picture', path: shell, gzip: true, limit: '110 kB' },
  {
    name: 'everything up to the first result, with every backend',
    path: [...page, ...shell, ...worker, ...wasm, ...models],
    gzip: true,
    limit: '2.5 MB',
  },
  {
    name: 'models on disk, with the sample of the test on the device',
    path: [...models, ...card],
    gzip: false,
    brotli: false,
    limit: '2 MB',
  },
  ...(scripts.length > 0 ? [{ name: 'other numeral scripts', path: scripts, gzip: true, limit: '250 kB' }] : []),
  ...(plates.length > 0
    ? [{ name: 'number plates and codes with letters', path: plates, gzip: true, limit: '700 kB' }]
    : []),
];
