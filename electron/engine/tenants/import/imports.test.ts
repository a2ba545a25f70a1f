import { beforeEach, expect, test } from 'vitest';
import type { ImportPreview, ImportProgress } from '../../../contract/tenant-import.ts';
import { createRooms } from '../../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../../test/support/engine-rooms.ts';
import { createClouds } from '../../clouds/clouds.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { createImports } from './imports.ts';
import type { Imports } from './imports.ts';

const guid = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const tenantIds = new Map([
  ['fabrikam.example', guid('f')],
  ['fabrikam.onmicrosoft.example', guid('f')],
  ['contoso.example', guid('c')],
  ['litware.example', guid('a')],
]);
const profile = (digit: string, name: string) =>
  ({
    id: guid(digit),
    name,
    clientId: guid(`${Number(digit) + 1}`),
    cloud: { kind: 'global' },
    owner: 'ours',
    requiredPermissions: [],
    createdAt: 0,
    landingPage: null,
    backend: null,
  }) as const;

let rooms: Rooms;
let imports: Imports;
let asked: string[];
let signals: AbortSignal[];
beforeEach(async () => {
  rooms = createRooms();
  asked = [];
  signals = [];
  const clouds = createClouds({ readFile: () => Promise.reject(new Error('no file')) });
  imports = createImports({
    ...rooms,
    store: rooms.ledger.tenants,
    discover: (_cloud, name, signal) => {
      asked.push(name);
      signals.push(signal);
      const tenantId = tenantIds.get(name);
      return tenantId === undefined
        ? Promise.reject(new EvergrantError('tenant.notFound', { params: { input: name } }))
        : Promise.resolve({ tenantId, name });
    },
    profiles: {
      list: () => rooms.ledger.profiles.list(),
      connector: async () => ({ cloud: await clouds.resolve({ kind: 'global' }) }),
    },
  });
  await rooms.ledger.profiles.add(profile('1', 'Connector'), null);
});

const fileOf = (...lines: string[]) => ({
  content: Buffer.from(lines.join('\n')).toString('base64'),
});
const reportsOf = async (reports: AsyncIterable<ImportProgress>): Promise<ImportProgress[]> => {
  const all: ImportProgress[] = [];
  for await (const report of reports) all.push(report);
  return all;
};
const progressOf = (...lines: string[]): Promise<ImportProgress[]> =>
  reportsOf(imports.preview(fileOf(...lines)));
const previewOf = async (...lines: string[]): Promise<ImportPreview> => {
  const last = (await progressOf(...lines)).at(-1);
  if (last?.state !== 'ready') throw new Error('the last report is the preview');
  return last.preview;
};
const kinds = ({ rows }: ImportPreview) => rows.map(({ outcome }) => outcome.kind);

test('the preview tells what each row would become, and adds nobody', async () => {
  await imports.add((await previewOf('domain', 'contoso.example')).id);
  const preview = await previewOf(
    'domain,alias',
    'fabrikam.example,Fabrikam',
    'contoso.example,Again',
    'fabrikam.onmicrosoft.example,The same',
    'nobody.example,Gone',
  );
  expect(preview.rows.map(({ outcome }) => outcome)).toEqual([
    { kind: 'new' },
    { kind: 'alreadyHere', name: 'contoso.example' },
    { kind: 'sameAs', line: 2 },
    {
      kind: 'refused',
      problem: expect.objectContaining({
        code: 'tenant.notFound',
        params: { input: 'nobody.example' },
      }),
    },
  ]);
  expect(await rooms.ledger.tenants.list()).toHaveLength(1);
});

test('while one row is refused none is added', async () => {
  const preview = await previewOf('domain', 'fabrikam.example', 'nobody.example');
  await expect(imports.add(preview.id)).rejects.toThrow('import.refused');
  expect(await rooms.ledger.tenants.list()).toEqual([]);
});

test('all new rows are added with their words, each with its line of activity', async () => {
  const preview = await previewOf(
    'domain,alias,tags,notes',
    'fabrikam.example,Fabrikam,gold;Dublin,Ask for Dana',
    'contoso.example,,,',
  );
  await imports.add(preview.id);
  expect(await rooms.ledger.tenants.list()).toMatchObject([
    { tenantId: guid('c'), alias: null, tags: [] },
    { tenantId: guid('f'), alias: 'Fabrikam', tags: ['gold', 'Dublin'], notes: 'Ask for Dana' },
  ]);
  const lines = await rooms.activity.list({ tenantId: null, before: null, limit: 10 });
  expect(lines.map(({ action }) => action)).toEqual(['tenantAdded', 'tenantAdded']);
  await expect(imports.add(preview.id)).rejects.toThrow('import.gone');
});

test('somebody who came here meanwhile keeps the whole list out', async () => {
  const preview = await previewOf('domain', 'fabrikam.example', 'contoso.example');
  await imports.add((await previewOf('domain', 'contoso.example')).id);
  await expect(imports.add(preview.id)).rejects.toMatchObject({
    code: 'import.addedMeanwhile',
    params: { name: 'contoso.example' },
  });
  expect(await rooms.ledger.tenants.list()).toHaveLength(1);
});

test('each row gets the connector that it names, the chosen one, or says what is missing', async () => {
  await rooms.ledger.profiles.add(profile('3', 'Vendor'), null);
  const file = fileOf(
    'domain,connector',
    'fabrikam.example,vendor',
    'contoso.example,',
    'litware.example,Unheard of',
  );
  const connectors = async (profileId?: string) => {
    const reports = imports.preview({ ...file, ...(profileId && { profileId }) });
    const last = (await reportsOf(reports)).at(-1);
    if (last?.state !== 'ready') throw new Error('the last report is the preview');
    return last.preview.rows.map(
      ({ connector, outcome }) =>
        connector ?? (outcome.kind === 'refused' ? outcome.problem.code : null),
    );
  };
  expect(await connectors()).toEqual([
    'Vendor',
    'import.connectorMissing',
    'import.connectorUnknown',
  ]);
  expect((await connectors(guid('1')))[1]).toBe('Connector');
});

test('a list that holds nobody new has nothing to add', async () => {
  await imports.add((await previewOf('fabrikam.example')).id);
  const preview = await previewOf('fabrikam.onmicrosoft.example');
  expect(kinds(preview)).toEqual(['alreadyHere']);
  await expect(imports.add(preview.id)).rejects.toThrow('import.nothingNew');
});

test('a name that stands in several rows is asked for once, and progress counts every row', async () => {
  const rows = Array.from({ length: 20 }, () => 'fabrikam.example');
  const reports = await progressOf('domain', ...rows);
  expect(asked).toEqual(['fabrikam.example']);
  const counted = reports.flatMap((report) => (report.state === 'lookingUp' ? report.done : []));
  expect(counted[0]).toBe(0);
  expect(counted.at(-1)).toBe(20);
  expect(counted.toSorted((left, right) => left - right)).toEqual(counted);
});

test('who stops listening ends the looking up', async () => {
  const reports = imports.preview(fileOf('domain', 'fabrikam.example', 'contoso.example'));
  await reports.next();
  await reports.next();
  await reports.return(undefined);
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
  expect(signals.length).toBeGreaterThan(0);
});
