/** The floors of the house, lowest first. A file imports only from lower floors; stages of one floor never import each other. */
const FLOORS = [
  ['contract'],
  ['imaging', 'scoring', 'archive', 'records'],
  ['numbers'],
  ['corrections'],
  ['intake', 'decode', 'locate', 'classify', 'line', 'layout', 'inference', 'uploads', 'vault', 'export'],
  ['reading'],
  ['recognizer', 'backup', 'service-worker'],
  ['app', 'cli'],
];

/**
 * The floors inside src/app, lowest first. A room imports from lower floors, and from the rooms before it on its own floor,
 * so that no two rooms can import each other. Pages are strangers: none imports another.
 */
const APP_FLOORS = {
  base: ['store', 'browser', 'settings', 'i18n', 'styles'],
  work: ['queue', 'session', 'history', 'retention', 'offline', 'profiles', 'backup'],
  parts: ['page', 'passphrase', 'picture', 'export', 'intake', 'ledger', 'backup', 'shell'],
};

/** A test may build its inputs with neighbors; the floors bind what is shipped. */
const TESTS = '\\.test\\.tsx?$';

const floorRules = FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const closed = FLOORS.slice(floor)
      .flat()
      .filter((other) => other !== room);
    return {
      name: `floor-${floor}-${room}`,
      comment: `src/${room} stands on floor ${floor}: it imports from lower floors only, never from a stage beside it.`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: TESTS },
      to: { path: closed.length > 0 ? `^src/(${closed.join('|')}|main\\.tsx)(/|$)` : '^src/main\\.tsx$' },
    };
  }),
);

const APP_ROOMS = Object.entries(APP_FLOORS).flatMap(([floor, rooms]) => rooms.map((room) => `${floor}/${room}`));

const appRules = [
  ...APP_ROOMS.map((room, index) => ({
    name: `app-${room.replace('/', '-')}`,
    comment: `src/app/${room} imports only from the rooms of src/app that stand before it in APP_FLOORS.`,
    severity: 'error',
    from: { path: `^src/app/${room}/`, pathNot: TESTS },
    to: { path: '^src/app/', pathNot: `^src/app/(${APP_ROOMS.slice(0, index + 1).join('|')})/` },
  })),
  {
    name: 'app-pages-are-strangers',
    comment: 'A page imports nothing of another page, nor of what stands above them.',
    severity: 'error',
    from: { path: '^src/app/pages/([^/]+)/', pathNot: TESTS },
    to: { path: '^src/app/', pathNot: ['^src/app/(base|work|parts)/', '^src/app/pages/$1/'] },
  },
  {
    name: 'app-room-has-a-floor',
    comment: 'A new folder of src/app needs its row in APP_FLOORS.',
    severity: 'error',
    from: { path: '^src/app/.*/', pathNot: `^src/app/(${APP_ROOMS.join('|')}|pages/[^/]+)/` },
    to: {},
  },
];

const onlyImporter = (room, library) => ({
  name: `only-${room}-imports-${library.replace(/\W+/g, '')}`,
  comment: `src/${room} is the one place that knows ${library}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: `(^|/)node_modules/${library}` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...floorRules,
    ...appRules,
    onlyImporter('inference', '@tensorflow/'),
    onlyImporter('(inference|vault)', '@noble/hashes/'),
    onlyImporter('(records|vault)', 'idb/'),
    onlyImporter('vault', 'hash-wasm/'),
    onlyImporter('archive', 'fflate/'),
    onlyImporter('backup', 'valibot/'),
    onlyImporter('cli', 'sharp/'),
    {
      name: 'node-only-in-cli',
      comment: 'A file that imports a Node module cannot run in the browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cli/', TESTS] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-floors-import-no-package',
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
