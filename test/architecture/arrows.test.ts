/**
 * Checks every rule of .dependency-cruiser.cjs with a bad example that it must refuse, so that a lost,
 * misspelled or shadowed rule fails a test.
 */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseOptions, ICruiseResult, IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Configuration {
  readonly forbidden: readonly { readonly name: string }[];
  readonly options: ICruiseOptions;
}

const configuration = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
) as Configuration;

/** `from` imports `to` (a path in the tree, or a package's name). */
interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly typeOnly?: boolean;
}

/** A bad example of each rule. The second file of a cycle is added by the test. */
const badExamples: Readonly<Record<string, Arrow>> = {
  'no-circular': { from: 'electron/platform/a.ts', to: 'electron/platform/b.ts' },
  'not-to-unresolvable': { from: 'electron/platform/a.ts', to: 'not-there' },
  'not-to-undeclared-package': { from: 'electron/platform/a.ts', to: 'undeclared' },
  'product-not-to-dev-dependency': { from: 'electron/platform/a.ts', to: 'vitest' },
  'product-not-to-test': { from: 'renderer/ui/a.ts', to: 'test/support/a.ts' },
  'contract-imports-nothing-of-ours': {
    from: 'electron/contract/a.ts',
    to: 'electron/engine/errors/a.ts',
  },
  'engine-only-to-contract': { from: 'electron/engine/graph/a.ts', to: 'electron/platform/a.ts' },
  'engine-has-sentences-only-in-reports': {
    from: 'electron/engine/graph/a.ts',
    to: 'text/a.ts',
  },
  'platform-only-to-engine': { from: 'electron/platform/a.ts', to: 'electron/web/a.ts' },
  'hosts-reach-the-engine-through-platform': {
    from: 'electron/cli/a.ts',
    to: 'electron/engine/graph/a.ts',
  },
  'host-desktop-knows-no-other-host': { from: 'electron/desktop/a.ts', to: 'electron/web/a.ts' },
  'host-web-knows-no-other-host': { from: 'electron/web/a.ts', to: 'electron/main.ts' },
  'host-cli-knows-no-other-host': { from: 'electron/cli/a.ts', to: 'electron/web/a.ts' },
  'main-knows-only-the-desktop-host': { from: 'electron/main.ts', to: 'electron/cli/a.ts' },
  'practice-stands-alone': { from: 'practice/a.ts', to: 'electron/engine/graph/a.ts' },
  'nobody-imports-practice': { from: 'electron/engine/graph/a.ts', to: 'practice/a.ts' },
  'practice-order-directory-faults-throttle-requests': {
    from: 'practice/directory/a.ts',
    to: 'practice/world/a.ts',
  },
  'practice-order-world': { from: 'practice/world/a.ts', to: 'practice/customers/a.ts' },
  'practice-order-certificates-customers': {
    from: 'practice/customers/a.ts',
    to: 'practice/graph/a.ts',
  },
  'practice-order-graph': { from: 'practice/graph/a.ts', to: 'practice/entra/a.ts' },
  'practice-order-entra': { from: 'practice/entra/a.ts', to: 'practice/pages/a.ts' },
  'practice-order-pages': { from: 'practice/pages/a.ts', to: 'practice/portal/a.ts' },
  'practice-order-portal': { from: 'practice/portal/a.ts', to: 'practice/control/a.ts' },
  'practice-rooms-have-their-place': { from: 'practice/new-room/a.ts', to: 'node:fs' },
  'practice-rooms-know-no-composition': { from: 'practice/graph/a.ts', to: 'practice/cloud.ts' },
  'renderer-only-to-contract': {
    from: 'renderer/client/a.ts',
    to: 'electron/engine/kernel/ports.ts',
  },
  'renderer-knows-no-node': { from: 'renderer/ui/a.ts', to: 'node:fs' },
  'text-only-to-contract': { from: 'text/a.ts', to: 'renderer/ui/a.ts' },
  'nothing-of-renderer-for-hosts': { from: 'electron/cli/a.ts', to: 'renderer/ui/a.ts' },
  'feature-knows-no-other-feature': {
    from: 'renderer/features/groups/a.ts',
    to: 'renderer/features/connection/a.ts',
  },
  'shared-renderer-rooms-know-no-feature': {
    from: 'renderer/ui/a.ts',
    to: 'renderer/features/groups/a.ts',
  },
  'engine-order-kernel-errors-clouds': {
    from: 'electron/engine/errors/a.ts',
    to: 'electron/engine/tenants/a.ts',
  },
  'engine-order-connectors-tenants': {
    from: 'electron/engine/tenants/a.ts',
    to: 'electron/engine/identity/a.ts',
  },
  'engine-order-identity': {
    from: 'electron/engine/identity/a.ts',
    to: 'electron/engine/graph/a.ts',
  },
  'engine-order-graph': {
    from: 'electron/engine/graph/a.ts',
    to: 'electron/engine/directory/a.ts',
  },
  'engine-order-registration-partner-connection-directory': {
    from: 'electron/engine/directory/a.ts',
    to: 'electron/engine/doctor/a.ts',
  },
  'engine-order-export-doctor': {
    from: 'electron/engine/doctor/a.ts',
    to: 'electron/engine/reset/a.ts',
  },
  'engine-order-reset': {
    from: 'electron/engine/reset/a.ts',
    to: 'electron/engine/backup/a.ts',
  },
  'engine-order-backup': {
    from: 'electron/engine/backup/a.ts',
    to: 'electron/engine/routes/a.ts',
  },
  'engine-store-runs-no-room': {
    from: 'electron/engine/store/a.ts',
    to: 'electron/engine/tenants/a.ts',
  },
  'rooms-reach-the-store-by-their-interface': {
    from: 'electron/engine/tenants/a.ts',
    to: 'electron/engine/store/a.ts',
  },
  'engine-rooms-know-no-composition': {
    from: 'electron/engine/tenants/a.ts',
    to: 'electron/engine/engine.ts',
    typeOnly: true,
  },
  'sqlite-only-in-store': {
    from: 'electron/engine/tenants/a.ts',
    to: 'better-sqlite3-multiple-ciphers',
  },
  'node-sqlite-nowhere': { from: 'electron/engine/store/a.ts', to: 'node:sqlite' },
  'migrations-import-nothing': {
    from: 'electron/engine/store/ledger/migrations/0001-start.ts',
    to: 'electron/engine/store/a.ts',
  },
  'electron-only-on-the-desktop': { from: 'electron/engine/graph/a.ts', to: 'electron' },
};

/** Imports that the architecture allows: no rule may refuse them. */
const goodExamples: readonly Arrow[] = [
  { from: 'electron/main.ts', to: 'electron/desktop/a.ts' },
  { from: 'electron/main.ts', to: 'electron/platform/a.ts' },
  { from: 'electron/desktop/a.ts', to: 'electron' },
  { from: 'electron/desktop/a.ts', to: 'electron/main' },
  { from: 'electron/desktop/a.ts', to: 'electron/engine/kernel/ports.ts' },
  { from: 'electron/platform/a.ts', to: 'electron/engine/engine.ts' },
  { from: 'electron/engine/engine.ts', to: 'electron/engine/store/a.ts' },
  { from: 'electron/engine/engine.ts', to: 'electron/engine/backup/a.ts' },
  { from: 'electron/engine/backup/a.ts', to: 'electron/engine/reset/a.ts' },
  { from: 'electron/engine/tenants/a.ts', to: 'electron/engine/connectors/a.ts' },
  { from: 'electron/engine/store/a.ts', to: 'better-sqlite3-multiple-ciphers' },
  { from: 'electron/engine/store/a.ts', to: 'electron/engine/tenants/a.ts', typeOnly: true },
  { from: 'electron/engine/graph/a.ts', to: 'electron/contract/a.ts' },
  { from: 'electron/cli/a.ts', to: 'text/a.ts' },
  { from: 'electron/engine/reset/report.ts', to: 'text/a.ts' },
  { from: 'renderer/features/groups/a.ts', to: 'renderer/ui/a.ts' },
  { from: 'renderer/client/a.ts', to: 'electron/contract/a.ts' },
  { from: 'electron/engine/graph/a.test.ts', to: 'vitest' },
  { from: 'practice/cloud.ts', to: 'practice/control/a.ts' },
  { from: 'practice/portal/a.ts', to: 'practice/directory/a.ts' },
  { from: 'practice/graph/a.test.ts', to: 'practice/customers/a.ts' },
  { from: 'practice/graph/a.test.ts', to: 'test/support/a.ts' },
];

let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'evergrant-arrows-')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(base: string, file: string, text: string): Promise<void> {
  const target = path.join(base, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

const isFile = (target: string): boolean => target.endsWith('.ts');

function importLine({ from, to, typeOnly = false }: Arrow): string {
  const specifier = isFile(to) ? path.relative(path.dirname(from), to) : to;
  const relative = isFile(to) && !specifier.startsWith('.') ? `./${specifier}` : specifier;
  return typeOnly
    ? `import type { value } from '${relative}';\nexport type Value = typeof value;\n`
    : `import { value } from '${relative}';\nexport const copy = value;\n`;
}

/** Writes a tree of files with these imports, and the few packages that the examples name. */
async function plant(name: string, arrows: readonly Arrow[]): Promise<string> {
  const base = path.join(folder, name);
  const packages = ['electron', 'vitest', 'better-sqlite3-multiple-ciphers', 'undeclared'];
  await write(
    base,
    'package.json',
    JSON.stringify({
      name: 'planted',
      dependencies: { 'better-sqlite3-multiple-ciphers': '1.0.0' },
      devDependencies: { electron: '1.0.0', vitest: '1.0.0' },
    }),
  );
  for (const dependency of packages) {
    await write(
      base,
      `node_modules/${dependency}/package.json`,
      JSON.stringify({ name: dependency, version: '1.0.0', main: 'index.js' }),
    );
    await write(base, `node_modules/${dependency}/index.js`, 'exports.value = 1;\n');
  }
  for (const { to } of arrows.filter((arrow) => isFile(arrow.to))) {
    await write(base, to, 'export const value = 1;\n');
  }
  for (const arrow of arrows) {
    await write(base, arrow.from, importLine(arrow));
  }
  return base;
}

async function refusedRules(base: string): Promise<readonly string[]> {
  const { output } = await cruise(['.'], {
    ...configuration.options,
    baseDir: base,
    validate: true,
    ruleSet: { forbidden: configuration.forbidden } as unknown as IFlattenedRuleSet,
  });
  return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
}

describe('the arrows of the architecture', () => {
  it('has a bad example for every rule', () => {
    expect(Object.keys(badExamples).toSorted()).toEqual(
      configuration.forbidden.map((rule) => rule.name).toSorted(),
    );
  });

  it.each(Object.entries(badExamples))('%s refuses its bad example', async (rule, arrow) => {
    const arrows = rule === 'no-circular' ? [arrow, { from: arrow.to, to: arrow.from }] : [arrow];
    expect(await refusedRules(await plant(rule, arrows))).toContain(rule);
  });

  it('refuses a circle in which only types lead back', async () => {
    const [from, to] = ['electron/platform/a.ts', 'electron/platform/b.ts'];
    const back = { from: to, to: from, typeOnly: true };
    expect(await refusedRules(await plant('types-back', [{ from, to }, back]))).toContain(
      'no-circular',
    );
    const both = [{ from, to, typeOnly: true }, back];
    expect(await refusedRules(await plant('types-only', both))).toContain('no-circular');
  });

  it('lets the wanted arrows through', async () => {
    const refused: string[] = [];
    for (const [index, arrow] of goodExamples.entries()) {
      const rules = await refusedRules(await plant(`good-${index}`, [arrow]));
      refused.push(...rules.map((rule) => `${rule}: ${arrow.from} → ${arrow.to}`));
    }
    expect(refused).toEqual([]);
  });
});
