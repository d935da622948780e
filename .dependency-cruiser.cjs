// The layers of docs and architecture, as rules. Each rule has a planted violation in
// test/support/planted-violation, laid out like the sources, which scripts/checks/layers.ts expects to be reported.
const at = (path) => `^(?:test/support/planted-violation/)?${path}`;

const sources = at('(?:main|renderer|shared)/');
const network = '^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns/promises|undici)$|node_modules/undici/';

module.exports = {
  forbidden: [
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: at('shared/') },
      to: { path: at('(?:main|renderer|scripts|test)/'), pathNot: at('shared/') },
    },
    {
      name: 'renderer-imports-only-shared',
      severity: 'error',
      from: { path: at('renderer/') },
      to: { path: at('(?:main|scripts|test)/'), pathNot: at('(?:renderer|shared)/') },
    },
    {
      name: 'browser-code-has-no-node',
      comment: 'shared runs in the renderer, too',
      severity: 'error',
      from: { path: at('(?:renderer|shared)/') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'app-imports-only-shared',
      severity: 'error',
      from: { path: at('main/app/') },
      to: { path: at('(?:main/(?:engine|preload|cli)|renderer|scripts|test)/'), pathNot: at('(?:main/app|shared)/') },
    },
    {
      name: 'engine-imports-only-shared',
      severity: 'error',
      from: { path: at('main/engine/') },
      to: { path: at('(?:main/(?:app|preload|cli)|renderer|scripts|test)/'), pathNot: at('(?:main/engine|shared)/') },
    },
    {
      name: 'preload-imports-only-shared',
      severity: 'error',
      from: { path: at('main/preload/') },
      to: { path: at('(?:main/(?:app|engine|cli)|renderer|scripts|test)/'), pathNot: at('(?:main/preload|shared)/') },
    },
    {
      name: 'cli-imports-only-engine-and-shared',
      severity: 'error',
      from: { path: at('main/cli/') },
      to: {
        path: at('(?:main/(?:app|preload)|renderer|scripts|test)/'),
        pathNot: at('(?:main/(?:cli|engine)|shared)/'),
      },
    },
    {
      name: 'engine-features-meet-at-their-index',
      severity: 'error',
      from: { path: at('main/engine/([^/]+)/') },
      to: {
        path: at('main/engine/[^/]+/'),
        pathNot: [at('main/engine/$1/'), at('main/engine/[^/]+/index[.]ts$')],
      },
    },
    {
      name: 'renderer-features-meet-at-their-index',
      severity: 'error',
      from: { path: at('renderer/features/([^/]+)/') },
      to: {
        path: at('renderer/features/[^/]+/'),
        pathNot: [at('renderer/features/$1/'), at('renderer/features/[^/]+/index[.]tsx?$')],
      },
    },
    {
      name: 'duckdb-only-in-warehouse',
      severity: 'error',
      from: { path: sources, pathNot: at('main/engine/warehouse/') },
      to: { path: '@duckdb/node-api' },
    },
    {
      name: 'sqlite-only-in-catalogue-and-intake',
      severity: 'error',
      from: { path: sources, pathNot: at('main/engine/(?:catalogue|intake)/') },
      to: { path: 'better-sqlite3' },
    },
    {
      name: 'electron-only-at-the-edges',
      severity: 'error',
      from: { path: sources, pathNot: at('main/(?:app/|preload/|engine/entry[.]ts$)') },
      to: { path: '^electron$|node_modules/electron/' },
    },
    {
      name: 'no-network-module',
      severity: 'error',
      from: { path: sources },
      to: { path: network },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: { path: sources },
      to: { circular: true },
    },
    {
      name: 'no-unresolved-import',
      severity: 'error',
      from: { path: sources },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)[.]runtime/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.css', '.d.ts'],
    },
  },
};
