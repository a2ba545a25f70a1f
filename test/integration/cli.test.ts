import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takesEffectAfter } from '../support/connected-host.ts';
import { startCommand } from '../support/evergrant-command.ts';
import type { CommandEnd, CommandRun } from '../support/evergrant-command.ts';
import { openPage } from '../support/form-browser.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud, PracticeCustomer } from '../support/practice-cloud.ts';

/** The usage error's document on standard output. */
const usageDocument: unknown = expect.stringContaining('"code":"cli.usage"');

let cloud: PracticeCloud;
let folder: string;
let customer: PracticeCustomer;
let groupName: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-cli-'));
  await writeFile(path.join(folder, 'key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '200'] });
  await takesEffectAfter(cloud, 0);
  customer = cloud.customer('neverGranted');
});
afterAll(async () => {
  await cloud.dispose();
  await rm(folder, { recursive: true, force: true });
});

function start(...args: string[]): CommandRun {
  const place = ['--data-dir', path.join(folder, 'data'), '--key-file', path.join(folder, 'key')];
  return startCommand([...args, ...place, '--no-input', '--json']);
}

async function evergrant(...args: string[]): Promise<CommandEnd & { readonly document: unknown }> {
  const end = await start(...args).ended;
  return { ...end, document: end.stdout === '' ? null : (JSON.parse(end.stdout) as unknown) };
}

function administrator(): string {
  const found = customer.accounts.find(({ role }) => role === 'globalAdministrator');
  if (!found) throw new Error(`${customer.displayName} has no global administrator.`);
  return found.userPrincipalName;
}

const [jane, inner, outer] = ['a', 'b', 'c'].map(
  (letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`,
) as [string, string, string];

/** Jane is a member of a group and of another group in it. */
async function makeNestedGroups(): Promise<void> {
  const userPrincipalName = `jane.why@${customer.primaryDomain}`;
  const at = Date.parse('2026-01-01');
  for (const mutation of [
    { type: 'addUser', id: jane, userPrincipalName, displayName: 'Jane Why', at },
    { type: 'addGroup', id: inner, displayName: 'Zeta inner', at },
    { type: 'addGroup', id: outer, displayName: 'Zeta outer', at },
    { type: 'addMember', group: inner, member: jane },
    { type: 'addMember', group: outer, member: jane },
    { type: 'addMember', group: outer, member: inner },
  ]) {
    await cloud.control('POST', `/tenants/${customer.tenantId}`, { type: 'directory', mutation });
  }
}

describe('the main job from a script', () => {
  it('adds the connector and shows nothing of its credential', async () => {
    const { connector, cloudFile } = cloud.manifest;
    const which = [
      '--name',
      'Vendor',
      '--client-id',
      connector.clientId,
      '--cloud-file',
      cloudFile,
    ];
    const added = await evergrant(
      'profiles',
      'add',
      ...which,
      '--certificate',
      connector.certificateFile,
    );
    expect(added).toMatchObject({
      code: 0,
      document: {
        workspace: 'real',
        profile: { name: 'Vendor', cloud: 'custom', credential: { kind: 'certificate' } },
      },
    });
    const { stdout } = await evergrant('profiles', 'list');
    expect(stdout).toContain(connector.clientId);
    expect(stdout).not.toContain('PRIVATE KEY');
  });

  it('adds the customer by domain, once', async () => {
    const { tenantId } = customer;
    const added = await evergrant('tenants', 'add', customer.primaryDomain);
    expect(added).toMatchObject({ code: 0, document: { already: false, tenant: { tenantId } } });
    const again = await evergrant('tenants', 'add', tenantId);
    expect(again).toMatchObject({ code: 0, document: { already: true, tenant: { tenantId } } });
  });

  it('says that it is not granted', async () => {
    const test = await evergrant('test', customer.primaryDomain);
    expect(test).toMatchObject({ code: 3, document: { status: { kind: 'notGranted' } } });
  });

  it('ends with 130 when the waiting for a consent is interrupted', async () => {
    const grant = start('grant', customer.tenantId, '--print-url');
    await grant.said(/^http/);
    grant.interrupt();
    expect(await grant.ended).toMatchObject({ code: 130 });
  });

  it('prints the consent link and ends with 0 after Accept', async () => {
    const grant = start('grant', customer.primaryDomain, '--print-url');
    const link = await grant.said(/^http/);
    expect(link).toContain(customer.tenantId);
    const picker = await openPage(link);
    const consent = await picker.press(administrator());
    expect(consent.html).toContain('Permissions requested');
    await consent.press('Accept');
    const { code, stdout } = await grant.ended;
    expect(JSON.parse(stdout)).toMatchObject({
      attempt: { phase: 'granted' },
      status: { kind: 'granted', stale: false },
    });
    expect(code).toBe(0);
  });

  it('then tests green', async () => {
    const test = await evergrant('test', customer.primaryDomain);
    expect(test).toMatchObject({
      code: 0,
      document: {
        status: { kind: 'granted', stale: false },
        test: {
          checks: [{ verdict: 'proven' }, { verdict: 'proven' }, { verdict: 'proven' }],
        },
      },
    });
  });

  it('refuses a delta of what was never synced', async () => {
    expect(await evergrant('sync', customer.primaryDomain, '--delta')).toMatchObject({ code: 5 });
    expect(await evergrant('sync', 'x', '--delta', '--full')).toMatchObject({ code: 2 });
  });

  it('syncs, and lists every group', async () => {
    expect(await evergrant('sync', customer.primaryDomain)).toMatchObject({
      code: 0,
      document: { sync: { state: 'finished' } },
    });
    const groups = await evergrant('groups', customer.primaryDomain, '--limit', '500');
    expect(groups.code).toBe(0);
    const { groups: rows, total } = groups.document as {
      readonly groups: readonly { readonly displayName: string }[];
      readonly total: number;
    };
    expect(rows).toHaveLength(total);
    groupName = rows[0]?.displayName ?? '';
  });

  it('has nothing to compare before a second sync', async () => {
    expect(await evergrant('compare', customer.primaryDomain)).toMatchObject({
      code: 4,
      document: { comparison: null },
    });
    await makeNestedGroups();
    expect(await evergrant('sync', customer.primaryDomain)).toMatchObject({ code: 0 });
  });

  it('finds groups and a person in the cache with the cloud stopped', async () => {
    await cloud.stop();
    const found = await evergrant('groups', customer.primaryDomain, '--search', groupName);
    expect(found).toMatchObject({ code: 0 });
    expect(found.stdout).toContain(JSON.stringify(groupName));
    const person = await evergrant('user', administrator());
    expect(person).toMatchObject({
      code: 0,
      document: { source: 'cache', person: { userPrincipalName: administrator() } },
    });
  });

  it('tells what changed between the last two syncs, from the cache', async () => {
    const compared = await evergrant('compare', customer.primaryDomain, '--from', '2000-01-01');
    expect(compared.code).toBe(2);
    const { code, document } = await evergrant('compare', customer.primaryDomain);
    expect(code).toBe(0);
    expect(document).toMatchObject({
      comparison: {
        summary: {
          groups: { added: 2, removed: 0, renamed: 0, changed: 0 },
          people: { added: 1, removed: 0, renamed: 0, changed: 0 },
          memberships: { added: 3, removed: 0 },
        },
        groups: { rows: [{ after: { id: inner } }, { after: { id: outer } }] },
        people: { rows: [{ change: 'added', id: jane }] },
      },
    });
  });

  it('lists members, through nesting too', async () => {
    const direct = await evergrant('members', customer.primaryDomain, 'Zeta outer');
    expect(direct).toMatchObject({
      code: 0,
      document: { scope: 'direct', marks: [], total: 2 },
    });
    const people = await evergrant('members', customer.primaryDomain, outer, '--effective');
    expect(people).toMatchObject({ code: 0, document: { total: 1, members: [{ id: jane }] } });
  });

  it('tells every way from a person to a group, and guesses no group', async () => {
    const why = await evergrant('user', 'jane.why', '--why', 'zeta outer');
    expect(why).toMatchObject({
      code: 0,
      document: {
        person: { id: jane },
        more: false,
        paths: [[{ id: outer }], [{ id: inner }, { id: outer }]],
      },
    });
    const several = await evergrant('user', 'jane.why', '--why', 'zeta');
    expect(several.code).toBe(2);
    expect(several.stderr).toContain(inner);
    expect(several.stderr).toContain(outer);
  });

  it('finds groups of one kind over all customers', async () => {
    const found = await evergrant('groups', '--all', '--search', 'zeta', '--kind', 'security');
    expect(found).toMatchObject({
      code: 0,
      document: { tenantId: null, total: 2, groups: [{ tenantId: customer.tenantId }, {}] },
    });
    const none = await evergrant('groups', '--search', 'zeta', '--kind', 'distribution');
    expect(none).toMatchObject({ code: 3, document: { total: 0 } });
  });

  it('marks groups for policies, lists them, tells who is in none', async () => {
    const domain = customer.primaryDomain;
    const marks = (...args: string[]) => evergrant('marks', domain, ...args);
    expect(await marks()).toMatchObject({ code: 3, document: { groups: [] } });
    const { document } = await evergrant('groups', domain, '--limit', '1');
    const [group] = (document as { readonly groups: readonly { readonly id: string }[] }).groups;
    const id = group?.id ?? '';
    const added = await marks('add', id, '--label', 'VPN access');
    expect(added).toMatchObject({
      code: 0,
      document: { workspace: 'real', group: { groupId: id, label: 'VPN access' } },
    });
    const listed = await marks('list');
    expect(listed).toMatchObject({ code: 0, document: { groups: [{ groupId: id }] } });
    const { people } = listed.document as { readonly people: { readonly inNone: number } };
    const outside = await marks('people', '--none', '--limit', '500');
    expect(outside).toMatchObject({ document: { total: people.inNone, coverage: 'none' } });
    expect(await marks('since')).toMatchObject({ code: 3, document: { sinceHandOver: null } });
  });

  it('unmarks once, and says what is missing in a question about marks', async () => {
    const domain = customer.primaryDomain;
    const marks = (...args: string[]) => evergrant('marks', domain, ...args);
    const { document } = await marks();
    const [group] = (document as { readonly groups: readonly { readonly groupId: string }[] })
      .groups;
    const id = group?.groupId ?? '';
    expect(await marks('people', '--several')).toMatchObject({ code: 3, document: { total: 0 } });
    expect(await marks('remove', id)).toMatchObject({ code: 0, document: { removed: true } });
    expect(await marks('remove', id)).toMatchObject({ code: 3, document: { removed: false } });
    expect(await marks('add', id)).toMatchObject({ code: 2, stdout: usageDocument });
    expect(await marks('add', 'no such group', '--label', 'VPN')).toMatchObject({ code: 2 });
    expect(await marks('people')).toMatchObject({ code: 2 });
  });

  it('says that it could not tell when the cloud is out of reach', async () => {
    const test = await evergrant('test', customer.primaryDomain);
    expect(test.code).toBe(4);
    expect(test.stdout).not.toContain('"kind":"granted","stale":false');
  });
});

describe('wrong use', () => {
  it.each([
    [['nonsense']],
    [['test']],
    [['test', 'nobody.example']],
    [['groups', 'nobody.example', '--all']],
    [['groups', '--kind', 'teams']],
    [['user', 'jane', '--live', '--why', 'VPN']],
    [['profiles', 'add', '--name', 'X', '--client-id', 'not-a-guid']],
  ])('%j ends with 2 and one sentence', async (args) => {
    const { code, stdout, stderr } = await evergrant(...args);
    expect(code).toBe(2);
    expect(stdout).toEqual(usageDocument);
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('a key that does not open the data is refused with 5', async () => {
    await writeFile(path.join(folder, 'other-key'), 'a5'.repeat(32));
    const place = ['--data-dir', path.join(folder, 'data')];
    const key = ['--key-file', path.join(folder, 'other-key')];
    const run = startCommand(['tenants', 'list', '--json', '--no-input', ...place, ...key]);
    const { code, stdout } = await run.ended;
    expect(JSON.parse(stdout)).toMatchObject({ problem: { code: 'store.wrongKey' } });
    expect(code).toBe(5);
  });
});
