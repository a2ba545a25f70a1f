/**
 * The arrows of docs/architecture.md, held by a machine. test/architecture/arrows.test.ts feeds
 * every rule a bad example, so a rule cannot be lost without a red test.
 */

/** Rooms of the engine, lowest first; a row may import the rows before it, and itself. */
const engineRows = [
  ['store', 'kernel', 'errors', 'clouds'],
  ['connectors', 'tenants'],
  ['identity'],
  ['graph'],
  ['registration', 'partner', 'connection', 'directory'],
  ['export', 'doctor'],
  ['reset'],
  ['backup'],
  ['routes'],
];

const room = (names) => `^electron/engine/(?:${names.join('|')})/`;

/** A room imports nothing that stands in a later row. Store is apart: see engine-store-runs-no-room. */
const engineOrder = engineRows.slice(0, -1).map((row, index) => {
  const names = row.filter((name) => name !== 'store');
  return {
    name: `engine-order-${names.join('-')}`,
    comment: `engine/{${names}} stands below the later rooms and may not know them.`,
    severity: 'error',
    from: { path: room(names) },
    to: { path: room(engineRows.slice(index + 1).flat()) },
  };
});

const test = '\\.test\\.tsx?$';

/** Rooms of the practice cloud, lowest first, by the same rule. Tests open whatever they need. */
const practiceRows = [
  ['directory', 'faults', 'throttle', 'requests'],
  ['world'],
  ['certificates', 'customers'],
  ['graph'],
  ['entra'],
  ['pages'],
  ['portal'],
  ['control'],
];

const practiceOrder = practiceRows.slice(0, -1).map((row, index) => ({
  name: `practice-order-${row.join('-')}`,
  comment: `practice/{${row}} stands below the later rooms and may not know them.`,
  severity: 'error',
  from: { path: `^practice/(?:${row.join('|')})/`, pathNot: test },
  to: {
    path: `^practice/(?:${practiceRows
      .slice(index + 1)
      .flat()
      .join('|')})/`,
  },
}));
const hosts = ['desktop', 'web', 'cli'];

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle, of types alone too, hides which of the two is the lower one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'The imported file or package does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(?:raw|url|worker|inline)$' },
    },
    {
      name: 'not-to-undeclared-package',
      comment: 'A package that is imported stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'product-not-to-dev-dependency',
      comment: 'What is shipped imports no package that is only there for development.',
      severity: 'error',
      from: { path: '^(?:electron|renderer|practice|text)/', pathNot: [test, '^practice/'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/electron/', 'node_modules/@types/', '-types/'],
      },
    },
    {
      name: 'product-not-to-test',
      comment: 'The product has no test hook: tests compose their own host in test/support.',
      severity: 'error',
      from: { path: '^(?:electron|renderer|practice|text)/', pathNot: test },
      to: { path: `^test/|^scripts/|${test}` },
    },
    {
      name: 'contract-imports-nothing-of-ours',
      comment: 'The contract is the lowest layer.',
      severity: 'error',
      from: { path: '^electron/contract/' },
      to: { path: '^(?:electron|renderer|practice|text|scripts)/', pathNot: '^electron/contract/' },
    },
    {
      name: 'engine-only-to-contract',
      comment: 'The engine knows no platform, no host, no screen and no practice cloud.',
      severity: 'error',
      from: { path: '^electron/engine/', pathNot: test },
      to: {
        path: '^(?:electron|renderer|practice|text|scripts)/',
        pathNot: '^electron/(?:engine|contract)/|^text/',
      },
    },
    {
      name: 'engine-has-sentences-only-in-reports',
      comment: 'The engine speaks in codes; a report is the one thing of it that people read.',
      severity: 'error',
      from: { path: '^electron/engine/', pathNot: [test, '/reports?[./-]'] },
      to: { path: '^text/' },
    },
    {
      name: 'platform-only-to-engine',
      comment: 'The platform serves every host and knows none.',
      severity: 'error',
      from: { path: '^electron/platform/', pathNot: test },
      to: {
        path: '^(?:electron|renderer|practice|text|scripts)/',
        pathNot: '^electron/(?:platform|engine|contract)/|^text/',
      },
    },
    {
      name: 'hosts-reach-the-engine-through-platform',
      comment:
        'A host asks the engine through the contract; of its rooms it may import errors and kernel only.',
      severity: 'error',
      from: {
        path: '^electron/(?:main\\.ts|preload\\.ts|desktop/|web/|cli/)',
        pathNot: test,
      },
      to: { path: '^electron/engine/[^/]+/', pathNot: '^electron/engine/(?:errors|kernel)/' },
    },
    ...hosts.map((host) => ({
      name: `host-${host}-knows-no-other-host`,
      comment: 'Hosts never import each other.',
      severity: 'error',
      from: { path: `^electron/${host}/` },
      to: {
        path: `^electron/(?:main\\.ts|preload\\.ts|${hosts.filter((other) => other !== host).join('/|')}/)`,
      },
    })),
    {
      name: 'main-knows-only-the-desktop-host',
      comment: 'main.ts is the desktop: it composes neither the web host nor the CLI.',
      severity: 'error',
      from: { path: '^electron/(?:main|preload)\\.ts$' },
      to: { path: '^electron/(?:web|cli)/' },
    },
    {
      name: 'practice-stands-alone',
      comment: 'Practice meets the engine over HTTPS, never by an import.',
      severity: 'error',
      from: { path: '^practice/', pathNot: test },
      to: { path: '^(?:electron|renderer|practice|text|scripts)/', pathNot: '^practice/' },
    },
    {
      name: 'nobody-imports-practice',
      comment: 'Practice is started as a child process.',
      severity: 'error',
      from: { path: '^(?:electron|renderer|practice|text)/', pathNot: '^practice/' },
      to: { path: '^practice/' },
    },
    ...practiceOrder,
    {
      name: 'practice-rooms-have-their-place',
      comment: 'A new room of the practice cloud takes its place in practiceRows.',
      severity: 'error',
      from: {
        path: '^practice/[^/]+/',
        pathNot: `^practice/(?:${practiceRows.flat().join('|')})/`,
      },
      to: {},
    },
    {
      name: 'practice-rooms-know-no-composition',
      comment: 'main.ts and cloud.ts start the practice cloud; no room asks them for anything.',
      severity: 'error',
      from: { path: '^practice/[^/]+/', pathNot: test },
      to: { path: '^practice/[^/]+\\.ts$' },
    },
    {
      name: 'renderer-only-to-contract',
      comment: 'Screens talk to the engine only through the contract.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/', pathNot: '^electron/contract/' },
    },
    {
      name: 'renderer-knows-no-node',
      comment: 'Screens run in a sandboxed page.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'text-only-to-contract',
      comment: 'The text catalogue is shared with the command line and with reports.',
      severity: 'error',
      from: { path: '^text/', pathNot: test },
      to: {
        path: '^(?:electron|renderer|practice|text|scripts)/',
        pathNot: '^(?:text|electron/contract)/',
      },
    },
    {
      name: 'nothing-of-renderer-for-hosts',
      comment: 'The privileged side imports no screen.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'feature-knows-no-other-feature',
      comment: 'What two features share belongs in renderer/ui or renderer/client.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'shared-renderer-rooms-know-no-feature',
      comment: 'ui and client stand below the features.',
      severity: 'error',
      from: { path: '^renderer/(?:ui|client)/' },
      to: { path: '^renderer/(?:features|app)/' },
    },
    ...engineOrder,
    {
      name: 'engine-store-runs-no-room',
      comment:
        'store/<room> implements the interface that the room declares: it may import its types, nothing that runs.',
      severity: 'error',
      from: { path: '^electron/engine/store/', pathNot: test },
      to: {
        path: '^electron/engine/',
        pathNot: '^electron/engine/(?:store|errors|clouds)/|^electron/engine/kernel/ports\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rooms-reach-the-store-by-their-interface',
      comment: 'Each room declares the store interface that it needs; engine.ts joins the two.',
      severity: 'error',
      from: {
        path: '^electron/engine/[^/]+/',
        pathNot: ['^electron/engine/store/', test],
      },
      to: { path: '^electron/engine/store/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'engine-rooms-know-no-composition',
      comment: 'engine.ts joins the rooms; no room asks it for another.',
      severity: 'error',
      from: { path: '^electron/engine/[^/]+/', pathNot: test },
      to: { path: '^electron/engine/engine\\.ts$' },
    },
    {
      name: 'sqlite-only-in-store',
      comment: 'engine/store is the only room that knows SQL.',
      severity: 'error',
      from: { path: '^(?:electron|renderer|practice|text)/', pathNot: '^electron/engine/store/' },
      to: { path: 'better-sqlite3' },
    },
    {
      name: 'node-sqlite-nowhere',
      comment: 'One driver, the encrypting one: node:sqlite would write in clear.',
      severity: 'error',
      from: { path: '^(?:electron|renderer|practice|text)/' },
      to: { path: '^(?:node:)?sqlite$' },
    },
    {
      name: 'migrations-import-nothing',
      comment: 'A migration that imports changes when the imported code does.',
      severity: 'error',
      from: { path: '^electron/engine/store/.*migrations/[0-9][^/]*$', pathNot: test },
      to: {},
    },
    {
      name: 'electron-only-on-the-desktop',
      comment: 'main, preload and desktop/ are the only rooms that import electron.',
      severity: 'error',
      from: {
        path: '^(?:electron|renderer|practice|text)/',
        pathNot: '^electron/(?:main\\.ts|preload\\.ts|desktop/)',
      },
      to: { path: 'node_modules/electron/|^electron(?:/(?:main|renderer|common))?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:out|dist)/' },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
    builtInModules: {
      add: [
        'electron',
        'electron/main',
        'electron/renderer',
        'electron/common',
        'node:sqlite',
        'sqlite',
      ],
    },
  },
};
