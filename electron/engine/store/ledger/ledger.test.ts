import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConsentAttempt, TestResult } from '../../../contract/grant.ts';
import type { ActivityRecord } from '../../kernel/activity/store.ts';
import type { ProfileRecord } from '../../connectors/store.ts';
import type { TenantRecord } from '../../tenants/store.ts';
import { migrate } from '../database/migrate.ts';
import type { Database } from '../database/open.ts';
import { createLedgerQueries } from './ledger-queries.ts';
import { ledgerMigrations } from './migrations/index.ts';

const guid = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const fabrikam = guid('f');
const contoso = guid('c');

const profile: ProfileRecord = {
  id: guid('1'),
  name: 'Directory connector',
  clientId: guid('2'),
  cloud: { kind: 'custom', file: '/somewhere/cloud.json' },
  owner: 'ours',
  requiredPermissions: [{ id: guid('3'), type: 'application', name: 'Directory.Read.All' }],
  landingPage: 'https://msp.example/thanks',
  backend: { name: 'Palisade', address: null, words: 'Settings → Azure AD' },
  createdAt: 1000,
};

const tenant = (tenantId: string): TenantRecord => ({
  tenantId,
  profileId: profile.id,
  alias: null,
  displayName: null,
  primaryDomain: null,
  initialDomain: null,
  verifiedDomains: [],
  formerDomains: [],
  tags: [],
  notes: null,
  addedAs: 'fabrikam.example',
  addedAt: 2000,
});

const testOf = (tenantId: string, id: string): TestResult => ({
  id,
  tenantId,
  profileId: profile.id,
  startedAt: '2026-11-24T08:00:00.000Z',
  finishedAt: '2026-11-24T08:00:02.000Z',
  checks: [],
  findings: [],
  organization: null,
  servicePrincipalId: null,
  account: null,
  refusal: null,
});

const attempt: ConsentAttempt = {
  id: guid('a'),
  tenantId: fabrikam,
  profileId: profile.id,
  startedAt: '2026-11-24T08:00:00.000Z',
  phase: 'waitingForAdministrator',
  url: 'https://login.example/consent',
  tests: 0,
  nextTestAt: null,
  missing: [],
  endedAt: null,
  problem: null,
};

const line = (id: string, at: number, tenantId: string | null): ActivityRecord => ({
  id,
  at,
  tenantId,
  profileId: null,
  action: 'tested',
  account: null,
  result: 'granted',
  params: { missing: 0 },
  problem: { code: 'network.offline', params: {}, retry: 'after', meaning: 'outOfReach' },
  ticket: 'T1234',
});

let database: Database;
let ledger: ReturnType<typeof createLedgerQueries>;
beforeEach(() => {
  database = new SqliteDatabase(':memory:');
  database.pragma('foreign_keys = ON');
  migrate(database, ledgerMigrations);
  ledger = createLedgerQueries(database);
  ledger.profiles.add(profile, null);
  ledger.tenants.add(tenant(fabrikam));
});
afterEach(() => database.close());

describe('profiles', () => {
  test('come back as they were kept, certificate and secret too', () => {
    const certificate = {
      kind: 'certificate',
      certificatePem: 'CERT',
      privateKeyPem: 'KEY',
      thumbprint: 'ab',
      expiresAt: 9000,
    } as const;
    const secret = { kind: 'secret', value: 'hush', expiresAt: null } as const;
    ledger.profiles.add({ ...profile, id: guid('4') }, certificate);
    ledger.profiles.add({ ...profile, id: guid('5'), cloud: { kind: 'china' } }, secret);
    expect(ledger.profiles.get(profile.id)).toEqual(profile);
    expect(ledger.profiles.list()).toHaveLength(3);
    expect(ledger.profiles.credential(guid('4'))).toEqual(certificate);
    expect(ledger.profiles.credential(guid('5'))).toEqual(secret);
    expect(ledger.profiles.credential(profile.id)).toBeNull();
  });

  test('change their name and pages, and nothing else', () => {
    const pages = { name: 'Shield', landingPage: null, backend: null };
    ledger.profiles.edit(profile.id, pages);
    expect(ledger.profiles.get(profile.id)).toEqual({ ...profile, ...pages });
  });

  test('take their credential and tokens with them', () => {
    const id = guid('4');
    ledger.profiles.add({ ...profile, id }, { kind: 'secret', value: 'hush', expiresAt: null });
    ledger.tokenCaches.replace(id, 'ada', null, '{}');
    ledger.profiles.remove(id);
    expect(ledger.profiles.credential(id)).toBeNull();
    expect(ledger.tokenCaches.read(id).size).toBe(0);
  });

  test('cannot be removed from under their tenants', () => {
    expect(() => ledger.profiles.remove(profile.id)).toThrow('FOREIGN KEY');
  });
});

test('a tenant is kept once, by its id, and its labels may change', () => {
  expect(ledger.tenants.add({ ...tenant(fabrikam), addedAs: 'other.example' })).toEqual({
    tenant: tenant(fabrikam),
    already: true,
  });
  const labels = {
    displayName: 'Fabrikam',
    primaryDomain: 'fabrikam.example',
    initialDomain: 'fabrikam.onmicrosoft.example',
    verifiedDomains: ['fabrikam.example', 'fabrikam.onmicrosoft.example'],
  };
  ledger.tenants.relabel(fabrikam, labels);
  expect(ledger.tenants.get(fabrikam)).toEqual({ ...tenant(fabrikam), ...labels });
  expect(ledger.tenants.ofProfile(profile.id)).toHaveLength(1);
  expect(ledger.tenants.get(contoso)).toBeNull();
});

test('a domain that a tenant has no more stays known as a former one, until it comes back', () => {
  const labels = (...verifiedDomains: string[]) => ({
    displayName: 'Fabrikam',
    primaryDomain: verifiedDomains[0] ?? null,
    initialDomain: null,
    verifiedDomains,
  });
  const former = () => ledger.tenants.get(fabrikam)?.formerDomains;
  ledger.tenants.relabel(fabrikam, labels('old.example', 'shop.example'));
  expect(former()).toEqual([]);
  ledger.tenants.relabel(fabrikam, labels('new.example', 'shop.example'));
  expect(former()).toEqual(['old.example']);
  ledger.tenants.relabel(fabrikam, labels('new.example'));
  expect(former()).toEqual(['old.example', 'shop.example']);
  ledger.tenants.relabel(fabrikam, labels('new.example', 'old.example'));
  expect(former()).toEqual(['shop.example']);
});

test('a technician’s words about a tenant are changed one by one, and its labels leave them alone', () => {
  ledger.tenants.edit(fabrikam, { alias: 'The bakery', tags: ['gold'], notes: 'Ask for Dana.' });
  ledger.tenants.edit(fabrikam, { notes: null });
  const labels = { displayName: 'F', primaryDomain: null, initialDomain: null };
  ledger.tenants.relabel(fabrikam, { ...labels, verifiedDomains: [] });
  expect(ledger.tenants.get(fabrikam)).toMatchObject({
    alias: 'The bakery',
    tags: ['gold'],
    notes: null,
  });
  expect(ledger.tenants.edit(contoso, { notes: 'nobody' })).toBeNull();
});

test('of a forgotten tenant no table keeps a row, but the one line of activity', () => {
  ledger.tenants.edit(fabrikam, { notes: 'Ask for Dana.' });
  ledger.grants.addTest(testOf(fabrikam, guid('6')), { reached: true, good: true });
  ledger.grants.saveAttempt(attempt);
  ledger.marks.put({
    tenantId: fabrikam,
    groupId: guid('7'),
    label: 'VPN',
    name: 'VPN',
    markedAt: 1,
  });
  ledger.leases.acquire({ tenantId: fabrikam, kind: 'sync', holder: 'gone', heartbeatAt: 1 }, 0);
  ledger.activity.append(line(guid('8'), 1, fabrikam));
  ledger.tenants.forget(fabrikam, { ...line(guid('9'), 2, fabrikam), action: 'tenantForgotten' });
  const rowsOf = (table: string): unknown =>
    database.prepare(`SELECT count(*) FROM ${table} WHERE tenant_id = ?`).pluck().get(fabrikam);
  const tables = database
    .prepare(
      `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'tenant_id'
       WHERE m.type = 'table'`,
    )
    .pluck()
    .all() as string[];
  expect(tables).toContain('mark');
  expect(Object.fromEntries(tables.map((table) => [table, rowsOf(table)]))).toEqual(
    Object.fromEntries(tables.map((table) => [table, table === 'activity' ? 1 : 0])),
  );
});

describe('evidence', () => {
  test('knows the newest test of each sort, for one tenant and for all', () => {
    ledger.tenants.add(tenant(contoso));
    ledger.grants.addTest(testOf(fabrikam, guid('6')), { reached: true, good: true });
    ledger.grants.addTest(testOf(fabrikam, guid('7')), { reached: true, good: false });
    ledger.grants.addTest(testOf(fabrikam, guid('8')), { reached: false, good: false });
    ledger.grants.addTest(testOf(contoso, guid('9')), { reached: false, good: false });
    const ids = (tests: ReturnType<typeof ledger.grants.tests> | undefined) =>
      tests && [tests.last.id, tests.lastReached?.id ?? null, tests.lastGood?.id ?? null];
    expect(ids(ledger.grants.tests(fabrikam))).toEqual([guid('8'), guid('7'), guid('6')]);
    expect(ids(ledger.grants.allTests().get(fabrikam))).toEqual([guid('8'), guid('7'), guid('6')]);
    expect(ids(ledger.grants.allTests().get(contoso))).toEqual([guid('9'), null, null]);
  });

  test('is never changed', () => {
    ledger.grants.addTest(testOf(fabrikam, guid('6')), { reached: true, good: false });
    expect(() => database.exec('UPDATE test SET good = 1')).toThrow('never changed');
  });

  test('an attempt is replaced by its id', () => {
    ledger.grants.saveAttempt(attempt);
    ledger.grants.saveAttempt({ ...attempt, phase: 'declined' });
    expect(ledger.grants.lastAttempt(fabrikam)?.phase).toBe('declined');
    expect(ledger.grants.lastAttempts().size).toBe(1);
  });

  test('is dropped by a removal here, which stays on record', () => {
    ledger.grants.addTest(testOf(fabrikam, guid('6')), { reached: true, good: true });
    ledger.grants.saveAttempt(attempt);
    ledger.grants.removeHere({ tenantId: fabrikam, at: 5000 }, line(guid('7'), 5000, fabrikam));
    expect(ledger.grants.tests(fabrikam)).toBeNull();
    expect(ledger.grants.lastAttempt(fabrikam)).toBeNull();
    expect(ledger.grants.removal(fabrikam)).toEqual({ tenantId: fabrikam, at: 5000 });
    expect(ledger.grants.removals().get(fabrikam)?.at).toBe(5000);
  });
});

describe('activity', () => {
  test('is listed newest first, by tenant, and before a moment', () => {
    ledger.activity.append(line(guid('6'), 10, fabrikam));
    ledger.activity.append(line(guid('7'), 20, null));
    ledger.activity.append(line(guid('8'), 30, fabrikam));
    const ids = (tenantId: string | null, before: number | null) =>
      ledger.activity.list({ tenantId, before, limit: 10 }).map((entry) => entry.id);
    expect(ids(null, null)).toEqual([guid('8'), guid('7'), guid('6')]);
    expect(ids(fabrikam, null)).toEqual([guid('8'), guid('6')]);
    expect(ids(null, 20)).toEqual([guid('6')]);
    expect(ledger.activity.list({ tenantId: null, before: null, limit: 1 })).toEqual([
      line(guid('8'), 30, fabrikam),
    ]);
  });

  test('can be neither changed nor deleted while its tenant is here', () => {
    ledger.activity.append(line(guid('6'), 10, fabrikam));
    ledger.activity.append(line(guid('7'), 10, null));
    expect(() => database.exec(`UPDATE activity SET result = 'x'`)).toThrow('append-only');
    expect(() => database.exec('DELETE FROM activity')).toThrow('append-only');
    database.exec(`DELETE FROM tenant WHERE tenant_id = '${fabrikam}'`);
    database.exec(`DELETE FROM activity WHERE tenant_id = '${fabrikam}'`);
    expect(() => database.exec('DELETE FROM activity')).toThrow('append-only');
  });
});

test('settings are JSON, and null before they are written', () => {
  expect(ledger.settings.read('freshnessMs')).toBeNull();
  ledger.settings.write('freshnessMs', 1000);
  ledger.settings.write('freshnessMs', { hours: 2 });
  expect(ledger.settings.read('freshnessMs')).toEqual({ hours: 2 });
});

test('a lease has one holder until it is released or its holder falls silent', () => {
  const lease = (holder: string, heartbeatAt: number) =>
    ({ tenantId: fabrikam, kind: 'test', holder, heartbeatAt }) as const;
  expect(ledger.leases.acquire(lease('desk', 100), 40)).toEqual(lease('desk', 100));
  expect(ledger.leases.acquire(lease('script', 110), 50)).toEqual(lease('desk', 100));
  expect(ledger.leases.beat(lease('desk', 120))).toBe(true);
  expect(ledger.leases.acquire(lease('script', 200), 121)).toEqual(lease('script', 200));
  expect(ledger.leases.beat(lease('desk', 210))).toBe(false);
  ledger.leases.release(lease('desk', 0));
  expect(ledger.leases.acquire(lease('third', 220), 50).holder).toBe('script');
  ledger.leases.release(lease('script', 0));
  expect(ledger.leases.acquire(lease('third', 220), 50).holder).toBe('third');
});

test('an account’s tokens are replaced only where they still are what was read', () => {
  const { tokenCaches } = ledger;
  expect(tokenCaches.replace(profile.id, 'ada', null, '1')).toBe(true);
  expect(tokenCaches.replace(profile.id, 'ada', null, '2')).toBe(false);
  expect(tokenCaches.replace(profile.id, 'ada', '1', '2')).toBe(true);
  expect(tokenCaches.replace(profile.id, 'bob', null, '3')).toBe(true);
  expect(tokenCaches.read(profile.id)).toEqual(
    new Map([
      ['ada', '2'],
      ['bob', '3'],
    ]),
  );
  expect(tokenCaches.replace(profile.id, 'ada', '2', null)).toBe(true);
  expect([...tokenCaches.read(profile.id).keys()]).toEqual(['bob']);
});

test('an older ledger’s one cache becomes one row for each account', () => {
  const older = new SqliteDatabase(':memory:');
  const before = ledgerMigrations.findIndex(({ title }) => title === 'accounts');
  migrate(older, ledgerMigrations.slice(0, before));
  older.exec(`INSERT INTO profile (id, name, client_id, cloud, owner, required_permissions, created_at)
    VALUES ('p', 'P', 'c', '{}', 'ours', '[]', 0), ('q', 'Q', 'd', '{}', 'ours', '[]', 0)`);
  const entity = (id: string) => ({ [`key of ${id}`]: { home_account_id: id, realm: 't' } });
  const cache = {
    Account: { ...entity('ada'), ...entity('bob') },
    IdToken: entity('ada'),
    AccessToken: {},
    RefreshToken: { ...entity('ada'), ...entity('bob') },
    AppMetadata: { app: { client_id: 'c' } },
  };
  const insert = older.prepare('INSERT INTO token_cache VALUES (?, ?)');
  insert.run('p', JSON.stringify(cache));
  insert.run('q', '{}');
  migrate(older, ledgerMigrations);
  const parts = createLedgerQueries(older).tokenCaches.read('p');
  expect(JSON.parse(parts.get('bob') ?? '')).toEqual({
    Account: entity('bob'),
    RefreshToken: entity('bob'),
  });
  expect([...parts.keys()]).toEqual(['ada', 'bob']);
  older.close();
});

test('a demand is one for each tenant, the newest, and goes with its account', () => {
  const demand = {
    profileId: profile.id,
    tenantId: fabrikam,
    accountId: 'ada',
    account: 'ada@msp.example',
    problem: { code: 'aadsts.50076', params: {}, retry: 'now', meaning: 'signInRule' },
    claims: '{}',
    at: 1,
  } as const;
  ledger.demands.put(demand);
  ledger.demands.put({ ...demand, at: 2, claims: null });
  ledger.demands.put({ ...demand, tenantId: contoso, accountId: 'bob', at: 3 });
  expect(ledger.demands.list().map(({ at }) => at)).toEqual([3, 2]);
  expect(ledger.demands.get(profile.id, fabrikam)).toEqual({ ...demand, at: 2, claims: null });
  ledger.demands.clearAccount(profile.id, 'bob');
  expect(ledger.demands.clear(profile.id, fabrikam)).toBe(true);
  expect(ledger.demands.clear(profile.id, fabrikam)).toBe(false);
  expect(ledger.demands.list()).toEqual([]);
});
