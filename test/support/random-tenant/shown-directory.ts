import type { GroupDetail, MemberRow, PersonRow } from '../../../electron/contract/directory.ts';
import type { DirectoryHost } from '../directory-host.ts';

export type ShownMember = Omit<MemberRow, 'type'> & { readonly type: string };

/** A group as its pages show it, without the age of the data. */
export type ShownGroup = Pick<
  GroupDetail,
  'id' | 'displayName' | 'mail' | 'description' | 'nestedGroups'
> & {
  readonly kind: string;
  readonly flags: readonly string[];
  readonly marks: readonly string[];
  readonly members: readonly ShownMember[];
  /** Ids of the people in the group, including nested groups. */
  readonly effective: readonly string[];
};

export type ShownPerson = Omit<PersonRow, 'tenantId' | 'otherAddresses'> & {
  readonly groups: readonly { readonly id: string; readonly direct: boolean }[];
};

/** Everything that is shown of one customer, each list by id. */
export interface ShownDirectory {
  readonly groups: readonly ShownGroup[];
  readonly people: readonly ShownPerson[];
}

const whole = { search: '', offset: 0, limit: 200 } as const;

/** The groups of a customer as the list shows them, read in one request and so at one moment. */
export async function shownList(host: DirectoryHost, tenantId: string) {
  const query = { ...whole, kinds: [], flags: [], emptyOnly: false, descending: false } as const;
  const { rows, total } = await host.groups.list({
    ...query,
    tenantId,
    sort: 'name',
    kinds: [],
    flags: [],
  });
  if (rows.length < total) throw new Error(`${total} groups do not fit into one window.`);
  return rows;
}

/**
 * Reads everything that is shown of a customer of a few dozen objects, and compares the counts that are
 * shown next to lists with the lists. Throws a plain Error if they differ.
 */
export async function shownDirectory(
  host: DirectoryHost,
  tenantId: string,
): Promise<ShownDirectory> {
  const groups: ShownGroup[] = [];
  for (const row of await shownList(host, tenantId)) {
    const { id } = row;
    const detail = await host.groups.get(tenantId, id);
    const direct = await host.groups.members({ ...whole, tenantId, groupId: id, scope: 'direct' });
    const inside = await host.groups.members({
      ...whole,
      tenantId,
      groupId: id,
      scope: 'effective',
    });
    const counts = [row.directMembers, detail.directMembers, direct.total, direct.rows.length];
    if (new Set(counts).size > 1) throw new Error(`${id} has ${counts.join(', ')} members.`);
    const people = [detail.effectiveMembers, inside.total, inside.rows.length];
    if (new Set(people).size > 1) throw new Error(`${id} has ${people.join(', ')} people inside.`);
    if (row.incomplete !== detail.marks.length > 0) throw new Error(`${id} hides its marks.`);
    groups.push({
      id,
      displayName: row.displayName,
      mail: row.mail,
      description: row.description,
      kind: row.kind,
      flags: row.flags,
      marks: detail.marks.map(({ kind }) => kind),
      nestedGroups: detail.nestedGroups,
      members: direct.rows.toSorted(byId),
      effective: inside.rows.map((member) => member.id).sort(),
    });
  }
  const people: ShownPerson[] = [];
  for (const row of (await host.people.list({ ...whole, tenantId })).rows) {
    const { tenantId: _tenant, otherAddresses: _addresses, ...person } = row;
    const found = await host.people.groups({ tenantId, personId: row.id, source: 'cache' });
    for (const { group, direct, path } of found.groups)
      if (path.at(-1)?.id !== group.id || direct !== (path.length === 1))
        throw new Error(`The path of ${row.id} to ${group.id} does not lead there.`);
    people.push({
      ...person,
      groups: found.groups.map(({ group, direct }) => ({ id: group.id, direct })).sort(byId),
    });
  }
  return { groups: groups.sort(byId), people: people.sort(byId) };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : 1;
