import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ExportFormat, ExportJob, NewExport } from '../../electron/contract/export.ts';
import { openEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { exported, rowsIn } from '../support/exported.ts';
import { startOddCustomer } from '../support/odd-customer.ts';
import type { Memberships, OddCustomer } from '../support/odd-customer.ts';

let customer: OddCustomer;
let host: EngineHost;
let tenantId: string;
let after: Memberships;

beforeAll(async () => {
  customer = await startOddCustomer();
  ({ host, tenantId } = customer);
  for (const name of ['VPN', 'Board (hidden members)']) await mark(name, 'VPN access');
  for (const name of ['Two Janes', 'Only Disabled', 'Only Guests']) await mark(name, 'MFA');
  const id = await customer.groupId('Only Guests');
  await customer.mutate({ type: 'remove', id, at: Date.now() });
  await customer.sync();
  after = await customer.memberships();
});
afterAll(async () => {
  await customer?.dispose();
});

const marked: { id: string; name: string; label: string }[] = [];
async function mark(name: string, label: string): Promise<void> {
  const id = await customer.groupId(name);
  await host.client.policies.mark({ tenantId, groupId: id, label });
  marked.push({ id, name, label });
}

/** All members including nested ones; none for a group with hidden membership or a deleted group. */
function peopleOf(group: { readonly id: string; readonly name: string }): string[] {
  if (group.name.startsWith('Board')) return [];
  const inside = new Set([group.id]);
  const people = new Set<string>();
  for (const id of inside) {
    for (const member of after[id] ?? []) (member in after ? inside : people).add(member);
  }
  return [...people].sort();
}

const whyOf = (name: string): string[] => {
  if (name === 'Only Guests') return ['gone'];
  return name.startsWith('Board') ? ['hiddenMembership'] : [];
};

/** All people to be handed over with the ids of their groups, from the cloud’s own record. */
async function everybody() {
  const ids = new Set(marked.flatMap(peopleOf));
  const all = await Promise.all([...ids].sort().map((id) => customer.person(id)));
  return all.map((one) => ({
    ...one,
    groups: marked
      .filter((group) => peopleOf(group).includes(one.id))
      .map(({ id }) => id)
      .sort(),
  }));
}

async function fileOf(content: NewExport['content'], format: ExportFormat): Promise<ExportJob> {
  const job = await exported(host.client, { content, format, ticket: 'CHG-9' });
  expect(job).toMatchObject({ state: 'finished', problem: null });
  return job;
}

async function document(format: 'scim' | 'json'): Promise<unknown> {
  const job = await fileOf({ kind: 'handOver', tenantId }, format);
  return JSON.parse(await readFile(job.savedAs ?? '', 'utf8'));
}

const sortedById = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('a hand-over', () => {
  const own = 'urn:ietf:params:scim:schemas:extension:evergrant:2.0:HandOver';
  const scim = z.looseObject({
    totalResults: z.number(),
    Resources: z.array(z.looseObject({ id: z.string(), schemas: z.array(z.string()) })),
  });

  it('as SCIM holds the cloud’s own people as Users and the marked groups as Groups', async () => {
    const { Resources: resources, ...head } = scim.parse(await document('scim'));
    const synced = await host.client.syncs.last({ tenantId });
    const people = await everybody();
    const total = people.length + marked.length;
    expect(head).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse', own],
      totalResults: total,
      startIndex: 1,
      itemsPerPage: total,
      [own]: { tenantId, syncedAt: synced?.finishedAt },
    });
    const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
    const isUser = ({ schemas }: { schemas: string[] }): boolean => schemas.includes(userSchema);
    const names = new Map(marked.map(({ id, name }) => [id, name]));
    expect(sortedById(resources.filter(isUser))).toEqual(
      people.map(({ id, userPrincipalName, displayName, accountEnabled, groups }) => ({
        schemas: [userSchema],
        id,
        externalId: id,
        userName: userPrincipalName,
        displayName,
        active: accountEnabled,
        groups: expect.toSatisfy(
          (told: { value: string; display: string }[]) =>
            told.length === groups.length &&
            told.every((of) => groups.includes(of.value) && of.display === names.get(of.value)),
        ),
      })),
    );
    expect(people.filter(({ accountEnabled }) => !accountEnabled)).not.toEqual([]);
    const groups = resources.filter((one) => !isUser(one));
    const told = z.array(z.object({ value: z.string(), type: z.literal('User') }));
    expect(
      groups.map(({ id, displayName, members, [own]: extra }) => ({
        id,
        displayName,
        extra,
        members: told
          .parse(members)
          .map(({ value }) => value)
          .sort(),
      })),
    ).toEqual(
      ['Only Disabled', 'Only Guests', 'Two Janes', 'Board (hidden members)', 'VPN'].map((name) => {
        const group = marked.find((one) => one.name === name);
        const why = whyOf(name);
        return {
          id: group?.id,
          displayName: name,
          extra: { label: group?.label, complete: why.length === 0, why },
          members: group ? peopleOf(group) : null,
        };
      }),
    );
  });

  it('as JSON tells the same, and of each group whether it is complete', async () => {
    const found = z
      .looseObject({
        groups: z.array(z.looseObject({ id: z.string() })),
        people: z.array(z.looseObject({ id: z.string(), groupIds: z.array(z.string()) })),
      })
      .parse(await document('json'));
    expect(sortedById(found.groups)).toEqual(
      sortedById(marked).map((group) => ({
        id: group.id,
        displayName: group.name,
        label: group.label,
        people: peopleOf(group).length,
        complete: whyOf(group.name).length === 0,
        why: whyOf(group.name),
      })),
    );
    expect(
      sortedById(found.people).map((one) => ({ ...one, groupIds: one.groupIds.toSorted() })),
    ).toEqual(
      (await everybody()).map(({ id, userPrincipalName, displayName, groups }) => ({
        id,
        userPrincipalName,
        displayName,
        groupIds: groups,
      })),
    );
    expect(found).not.toHaveProperty('workspace');
  });

  it('as CSV has a row for each person of each group, and one for a group without people', async () => {
    const job = await fileOf({ kind: 'handOver', tenantId }, 'csv');
    const rows = await rowsIn(job.savedAs ?? '');
    const told = rows.map((row) =>
      [row['label'], row['groupName'], row['personId'], row['complete'], row['why']].join('|'),
    );
    const expected = marked.flatMap((group) => {
      const why = whyOf(group.name);
      const people = peopleOf(group);
      return (people.length > 0 ? people : ['']).map((id) =>
        [group.label, group.name, id, why.length === 0, why.join('; ')].join('|'),
      );
    });
    expect(told.sort()).toEqual(expected.sort());
    expect([job.rows, job.totalRows]).toEqual([expected.length, expected.length]);
  });

  it('is recorded when its file is whole', async () => {
    const { lastHandOver } = await host.client.policies.overview({ tenantId });
    expect(lastHandOver).toMatchObject({ ticket: 'CHG-9' });
    const since = await host.client.policies.sinceHandOver({ tenantId });
    expect(new Set(since?.groups.map(({ change }) => change))).toEqual(new Set(['same']));
  });
});

describe('in Practice', () => {
  let practice: EngineHost;
  beforeAll(async () => {
    await host.leave();
    practice = await openEngineHost(host.folder, { practice: true });
  });
  afterAll(async () => {
    await practice?.leave();
  });

  it.each([
    ['groups', 'csv'],
    ['groups', 'jsonl'],
    ['groups', 'xlsx'],
    ['handOver', 'csv'],
    ['handOver', 'scim'],
    ['handOver', 'json'],
  ] as const)('%s as %s say so, in the file and in its name', async (kind, format) => {
    const content: NewExport['content'] =
      kind === 'groups' ? { kind, query: { tenantId } } : { kind, tenantId };
    const { savedAs } = await exported(practice.client, { content, format });
    expect(basename(savedAs ?? '')).toMatch(/^PRACTICE-/);
    if (format === 'scim' || format === 'json') {
      const text = await readFile(savedAs ?? '', 'utf8');
      expect(text.match(/"workspace":"PRACTICE"/g)).toHaveLength(1);
      expect(text.indexOf('PRACTICE')).toBeLessThan(text.indexOf(tenantId));
      return;
    }
    const rows = await rowsIn(savedAs ?? '');
    expect(rows).not.toEqual([]);
    expect(new Set(rows.map((row) => row['workspace']))).toEqual(new Set(['PRACTICE']));
  });
});
