import { gunzipSync, gzipSync } from 'node:zlib';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityRecord } from '../../../kernel/activity/store.ts';
import type { ProfileRecord } from '../../../connectors/store.ts';
import type { TenantRecord } from '../../../tenants/store.ts';
import { migrate } from '../../database/migrate.ts';
import type { Database } from '../../database/open.ts';
import { createLedgerQueries } from '../ledger-queries.ts';
import { ledgerMigrations } from '../migrations/index.ts';

const guid = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const fabrikam = guid('f');
const contoso = guid('c');
const madeAt = 5000;

const profile: ProfileRecord = {
  id: guid('1'),
  name: 'Directory connector',
  clientId: guid('2'),
  cloud: { kind: 'global' },
  owner: 'ours',
  requiredPermissions: [{ id: guid('3'), type: 'application', name: 'Directory.Read.All' }],
  landingPage: 'https://msp.example/thank-you',
  backend: null,
  createdAt: 1000,
};
const certificate = {
  kind: 'certificate',
  certificatePem: 'CERTIFICATE PEM',
  privateKeyPem: 'PRIVATE KEY PEM',
  thumbprint: 'abcd',
  expiresAt: 9000,
} as const;
const tenant = (tenantId: string, more: Partial<TenantRecord> = {}): TenantRecord => ({
  tenantId,
  profileId: profile.id,
  alias: null,
  displayName: null,
  primaryDomain: null,
  initialDomain: null,
  verifiedDomains: ['fabrikam.example'],
  formerDomains: [],
  tags: ['gold'],
  notes: null,
  addedAs: 'fabrikam.example',
  addedAt: 2000,
  ...more,
});
const line = (id: string, at: number, more: Partial<ActivityRecord> = {}): ActivityRecord => ({
  id,
  at,
  tenantId: fabrikam,
  profileId: profile.id,
  action: 'tested',
  account: 'ada@msp.example',
  result: 'granted',
  params: {},
  problem: null,
  ticket: 'T-7',
  ...more,
});
const test = (id: string) => ({
  id,
  tenantId: fabrikam,
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

interface Ledger {
  readonly database: Database;
  readonly rooms: ReturnType<typeof createLedgerQueries>;
}
const opened: Database[] = [];
function openLedger(): Ledger {
  const database = new SqliteDatabase(':memory:');
  database.pragma('foreign_keys = ON');
  migrate(database, ledgerMigrations);
  opened.push(database);
  return { database, rooms: createLedgerQueries(database) };
}
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

let office: Ledger;
let backup: Uint8Array;
beforeEach(() => {
  office = openLedger();
  const { rooms } = office;
  rooms.profiles.add(profile, certificate);
  rooms.tokenCaches.replace(profile.id, 'ada', null, '{"RefreshToken":"REFRESH"}');
  rooms.tenants.add(tenant(fabrikam, { alias: 'Fabrikam' }));
  rooms.grants.addTest(test(guid('5')), { reached: true, good: true });
  rooms.grants.addTest(test(guid('6')), { reached: true, good: false });
  rooms.grants.addTest(test(guid('7')), { reached: true, good: false });
  const mark = { tenantId: fabrikam, groupId: guid('9'), label: 'VPN', name: 'VPN users' };
  rooms.marks.put({ ...mark, markedAt: 2500 });
  rooms.marks.addHandOver(
    { tenantId: fabrikam, at: 2600, ticket: 'T-1' },
    gzipSync('["jane@fabrikam.example"]'),
  );
  rooms.activity.append(line(guid('8'), 3000));
  rooms.settings.write('freshnessMs', 7_200_000);
  rooms.tickets.keep({ tenantId: fabrikam, ticket: 'T-8' });
  backup = rooms.backups.pack().bytes;
});
const textOf = (bytes: Uint8Array): string => gunzipSync(bytes).toString('utf8');
const added = (merged: ReturnType<Ledger['rooms']['backups']['merge']>) =>
  Object.fromEntries(merged.counts.map((count) => [count.subject, count.added]));

describe('a backup', () => {
  it('carries no key, no token and no directory data', () => {
    const text = textOf(backup);
    expect(text).toContain('Fabrikam');
    for (const secret of ['PRIVATE KEY', 'CERTIFICATE PEM', 'REFRESH', 'jane@', 'snapshot']) {
      expect(text).not.toContain(secret);
    }
  });

  it('moves everything else into an empty ledger', () => {
    const laptop = openLedger();
    const merged = laptop.rooms.backups.merge(backup, madeAt);
    expect(added(merged)).toEqual({
      connectors: 1,
      customers: 1,
      evidence: 2,
      marks: 1,
      handOvers: 1,
      activity: 1,
      settings: 1,
    });
    expect(merged.withoutCredential).toEqual([{ profileId: profile.id, name: profile.name }]);
    const { rooms } = laptop;
    expect(rooms.profiles.get(profile.id)).toEqual(profile);
    expect(rooms.profiles.credential(profile.id)).toBeNull();
    expect(rooms.tenants.list()).toEqual(office.rooms.tenants.list());
    expect(rooms.grants.tests(fabrikam)?.last.id).toBe(guid('7'));
    expect(rooms.grants.tests(fabrikam)?.lastGood?.id).toBe(guid('5'));
    expect(rooms.marks.list(fabrikam)).toEqual(office.rooms.marks.list(fabrikam));
    expect(rooms.marks.lastHandOver(fabrikam)).toMatchObject({ at: 2600, ticket: 'T-1' });
    expect(rooms.marks.lastSnapshot(fabrikam)).toBeNull();
    expect(rooms.activity.list({ tenantId: null, before: null, limit: 10 })).toEqual([
      line(guid('8'), 3000),
    ]);
    expect(rooms.settings.read('freshnessMs')).toBe(7_200_000);
    expect(rooms.tickets.list()).toEqual([{ tenantId: fabrikam, ticket: 'T-8' }]);
  });

  it('that is brought in twice adds nothing the second time', () => {
    const laptop = openLedger();
    laptop.rooms.backups.merge(backup, madeAt);
    const { counts } = laptop.rooms.backups.merge(backup, madeAt);
    expect(counts.every((count) => count.added + count.differing + count.notTaken === 0)).toBe(
      true,
    );
    expect(laptop.rooms.backups.pack().bytes).toEqual(backup);
  });

  it('can be looked at without anything being changed', () => {
    const laptop = openLedger();
    const looked = laptop.rooms.backups.compare(backup, madeAt);
    expect(laptop.rooms.tenants.list()).toEqual([]);
    expect(laptop.rooms.backups.merge(backup, madeAt)).toEqual(looked);
  });
});

describe('bringing a backup into data that is there', () => {
  it('knows a connector by its client id, whatever id it has here', () => {
    const laptop = openLedger();
    const own = { ...profile, id: guid('b'), name: 'Our name for it' };
    laptop.rooms.profiles.add(own, certificate);
    const merged = laptop.rooms.backups.merge(backup, madeAt);
    expect(merged.differing).toEqual([{ subject: 'connectors', name: 'Our name for it' }]);
    expect(merged.withoutCredential).toEqual([]);
    expect(laptop.rooms.profiles.list()).toEqual([own]);
    expect(laptop.rooms.tenants.get(fabrikam)?.profileId).toBe(own.id);
    expect(laptop.rooms.grants.tests(fabrikam)?.last.profileId).toBe(own.id);
    const [first] = laptop.rooms.activity.list({ tenantId: null, before: null, limit: 10 });
    expect(first?.profileId).toBe(own.id);
  });

  it('leaves a customer that is here as it is, with its own evidence, and says what differs', () => {
    const laptop = openLedger();
    laptop.rooms.profiles.add(profile, null);
    laptop.rooms.tenants.add(tenant(fabrikam, { alias: 'Fab' }));
    laptop.rooms.grants.addTest(test(guid('a')), { reached: true, good: true });
    const merged = laptop.rooms.backups.merge(backup, madeAt);
    expect(merged.differing).toEqual([{ subject: 'customers', name: 'Fab' }]);
    expect(merged.counts.find(({ subject }) => subject === 'evidence')).toMatchObject({
      added: 0,
      notTaken: 2,
    });
    expect(laptop.rooms.tenants.get(fabrikam)?.alias).toBe('Fab');
    expect(laptop.rooms.grants.tests(fabrikam)?.last.id).toBe(guid('a'));
    expect(laptop.rooms.marks.list(fabrikam)).toHaveLength(1);
  });

  it('does not bring back a customer that was forgotten here since', () => {
    const laptop = openLedger();
    const forgotten = line(guid('d'), madeAt + 1, { action: 'tenantForgotten' });
    laptop.rooms.activity.append(forgotten);
    const merged = laptop.rooms.backups.merge(backup, madeAt);
    expect(merged.forgotten).toEqual(['Fabrikam']);
    expect(laptop.rooms.tenants.list()).toEqual([]);
    expect(laptop.rooms.activity.list({ tenantId: null, before: null, limit: 10 })).toEqual([
      forgotten,
    ]);
    expect(openLedger().rooms.backups.merge(backup, madeAt + 2).forgotten).toEqual([]);
  });

  it('does all of it or nothing', () => {
    const laptop = openLedger();
    laptop.database.exec(`CREATE TRIGGER full BEFORE INSERT ON activity
      BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
    expect(() => laptop.rooms.backups.merge(backup, madeAt)).toThrow('the disk is full');
    expect(laptop.rooms.profiles.list()).toEqual([]);
    expect(laptop.rooms.tenants.list()).toEqual([]);
  });
});

describe('a backup of another Evergrant', () => {
  const packed = (): { schema: number; tables: Record<string, unknown> } =>
    JSON.parse(textOf(backup)) as ReturnType<typeof packed>;
  const repacked = (part: object): Uint8Array => gzipSync(JSON.stringify({ ...packed(), ...part }));

  it('that is older goes the way that its data would go', () => {
    const { profile: profiles, setting } = packed().tables;
    const first = new SqliteDatabase(':memory:');
    opened.push(first);
    migrate(first, ledgerMigrations.slice(0, 1));
    const columns = first.prepare(`SELECT name FROM pragma_table_info('profile')`).pluck().all();
    const older = (profiles as Record<string, unknown>[]).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column))),
    );
    const laptop = openLedger();
    laptop.rooms.backups.merge(
      repacked({ schema: 1, tables: { profile: older, setting } }),
      madeAt,
    );
    expect(laptop.rooms.profiles.list()).toEqual([{ ...profile, landingPage: null }]);
  });

  it.each([
    ['newer', () => repacked({ schema: ledgerMigrations.length + 1 }), 'backup.newerVersion'],
    ['no backup', () => gzipSync('[]'), 'backup.damaged'],
    ['not packed', () => Buffer.from('{}'), 'backup.damaged'],
    [
      'with an unknown column',
      () => repacked({ tables: { profile: [{ x: 1 }] } }),
      'backup.damaged',
    ],
    [
      'with rows that no ledger has',
      () => repacked({ tables: { removal: [{ tenant_id: contoso, at: 1 }] } }),
      'backup.damaged',
    ],
  ])('that is %s is refused by its code', (_, bytes, code) => {
    expect(() => openLedger().rooms.backups.merge(bytes(), madeAt)).toThrow(code);
  });
});
