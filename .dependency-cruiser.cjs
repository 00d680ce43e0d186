/** The layers of src/, lowest first. A file imports only from lower layers; folders on one layer never import each other. */
const LAYERS = [
  ['contract'],
  ['imaging', 'ctc', 'scoring', 'archive', 'containers', 'records'],
  ['numbers'],
  ['corrections'],
  [
    'intake',
    'decode',
    'locate',
    'classify',
    'line',
    'plates',
    'layout',
    'forms',
    'inference',
    'uploads',
    'vault',
    'export',
  ],
  ['reading'],
  ['recognizer', 'backup', 'service-worker'],
  ['app', 'cli'],
];

/**
 * The layers inside src/app, lowest first. A folder imports from lower layers, and from the folders before it on its own layer,
 * so that no two folders can import each other. No page imports another.
 */
const APP_LAYERS = {
  base: ['store', 'browser', 'settings', 'i18n', 'styles'],
  work: ['queue', 'session', 'history', 'retention', 'offline', 'profiles', 'backup'],
  parts: ['page', 'scripts', 'passphrase', 'picture', 'export', 'intake', 'ledger', 'backup', 'shell'],
};

/** A test may import from neighbors; the layers bind what is shipped. */
const TESTS = '\\.test\\.tsx?$';

const layerRules = LAYERS.flatMap((folders, layer) =>
  folders.map((folder) => {
    const closed = LAYERS.slice(layer)
      .flat()
      .filter((other) => other !== folder);
    return {
      name: `layer-${layer}-${folder}`,
      comment: `src/${folder} is on layer ${layer}: it imports from lower layers only, never from a folder beside it.`,
      severity: 'error',
      from: { path: `^src/${folder}/`, pathNot: TESTS },
      to: { path: closed.length > 0 ? `^src/(${closed.join('|')}|main\\.tsx)(/|$)` : '^src/main\\.tsx$' },
    };
  }),
);

const APP_FOLDERS = Object.entries(APP_LAYERS).flatMap(([layer, folders]) =>
  folders.map((folder) => `${layer}/${folder}`),
);

const appRules = [
  ...APP_FOLDERS.map((folder, index) => ({
    name: `app-${folder.replace('/', '-')}`,
    comment: `src/app/${folder} imports only from the folders of src/app listed before it in APP_LAYERS.`,
    severity: 'error',
    from: { path: `^src/app/${folder}/`, pathNot: TESTS },
    to: { path: '^src/app/', pathNot: `^src/app/(${APP_FOLDERS.slice(0, index + 1).join('|')})/` },
  })),
  {
    name: 'app-pages-import-no-page',
    comment: 'A page imports nothing from another page or from above the pages.',
    severity: 'error',
    from: { path: '^src/app/pages/([^/]+)/', pathNot: TESTS },
    to: { path: '^src/app/', pathNot: ['^src/app/(base|work|parts)/', '^src/app/pages/$1/'] },
  },
  {
    name: 'app-folder-has-a-layer',
    comment: 'A new folder of src/app needs its row in APP_LAYERS.',
    severity: 'error',
    from: { path: '^src/app/.*/', pathNot: `^src/app/(${APP_FOLDERS.join('|')}|pages/[^/]+)/` },
    to: {},
  },
];

const onlyImporter = (folder, library) => ({
  name: `only-${folder}-imports-${library.replace(/\W+/g, '')}`,
  comment: `src/${folder} is the only importer of ${library}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${folder}/` },
  to: { path: `(^|/)node_modules/${library}` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...appRules,
    onlyImporter('inference', '@tensorflow/'),
    onlyImporter('(inference|vault)', '@noble/hashes/'),
    onlyImporter('(records|vault)', 'idb/'),
    onlyImporter('vault', 'hash-wasm/'),
    onlyImporter('archive', 'fflate/'),
    onlyImporter('(backup|forms)', 'valibot/'),
    onlyImporter('cli', 'sharp/'),
    onlyImporter('(decode|cli)', 'libheif-js/'),
    onlyImporter('decode', 'pdfjs-dist/'),
    {
      name: 'node-only-in-cli',
      comment: 'A file that imports a Node module cannot run in the browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cli/', TESTS] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-layers-import-no-package',
      comment: 'contract, imaging, numbers, corrections, the stages and reading are plain TypeScript.',
      severity: 'error',
      from: {
        path: '^src/(contract|imaging|numbers|corrections|locate|classify|line|layout|reading)/',
        pathNot: TESTS,
      },
      to: { path: 'node_modules' },
    },
    {
      name: 'no-barrel',
      comment: 'Import from the file that has the thing; a barrel hides who needs what and defeats chunks.',
      severity: 'error',
      from: {},
      to: { path: '^src/(index|.*/index)[.]tsx?$' },
    },
    {
      name: 'no-junk-drawer',
      comment: 'A folder says what it is for; utils, helpers, common and types do not.',
      severity: 'error',
      from: {},
      to: { path: '^src/.*/(utils|helpers|common|types)/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(url|worker)' },
    },
    {
      name: 'shipped-code-imports-no-test',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '/test-[^/]+$'] },
      to: { path: [TESTS, '^e2e/', '^scripts/'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.web.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
