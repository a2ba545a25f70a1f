import { z } from 'zod';
import type { PracticeCloud } from '../../support/practice-cloud.ts';

const tenantSchema = z.object({
  counts: z.object({ users: z.number(), groups: z.number(), memberships: z.number() }),
});
const idsSchema = z.array(z.string());
const personSchema = z.object({
  id: z.string(),
  displayName: z.string(),
  userPrincipalName: z.string(),
});
const requestsSchema = z.object({
  newest: z.array(z.object({ service: z.string(), route: z.string(), status: z.number() })),
});

/** The cloud's own record of a customer, with which the product's numbers are compared. */
export interface CloudRecord {
  readonly counts: z.infer<typeof tenantSchema>['counts'];
  /** Direct members of each group by id. */
  readonly memberships: ReadonlyMap<string, readonly string[]>;
}

/** Reads the record of a customer. */
export async function recordOf(cloud: PracticeCloud, customer: string): Promise<CloudRecord> {
  const path = `/tenants/${cloud.customer(customer).tenantId}`;
  const tenant = tenantSchema.parse(await cloud.control('GET', path));
  const memberships = z
    .record(z.string(), idsSchema)
    .parse(await cloud.control('GET', `${path}/memberships`));
  return {
    counts: tenant.counts,
    memberships: new Map(Object.entries(memberships)),
  };
}

/** Ids of the groups whose name, mail, description or id contains the text. */
export async function groupsContaining(
  cloud: PracticeCloud,
  customer: string,
  text: string,
): Promise<readonly string[]> {
  const { tenantId } = cloud.customer(customer);
  const query = new URLSearchParams({ contains: text });
  return idsSchema.parse(await cloud.control('GET', `/tenants/${tenantId}/groups?${query}`));
}

/** The ID of the only group whose name, mail, description or ID contains the text. */
export async function groupNamed(
  cloud: PracticeCloud,
  customer: string,
  text: string,
): Promise<string> {
  const [id, ...more] = await groupsContaining(cloud, customer, text);
  if (id === undefined || more.length > 0) throw new Error(`Not one group contains '${text}'.`);
  return id;
}

/** A person in the cloud's record, by user principal name or ID. */
export async function personOf(
  cloud: PracticeCloud,
  customer: string,
  person: string,
): Promise<z.infer<typeof personSchema>> {
  const path = `/tenants/${cloud.customer(customer).tenantId}/people/${encodeURIComponent(person)}`;
  return personSchema.parse(await cloud.control('GET', path));
}

/** Memberships that were added and removed between two records, each as `GROUP MEMBER`. */
export function membershipChanges(
  before: CloudRecord,
  after: CloudRecord,
): { readonly added: ReadonlySet<string>; readonly removed: ReadonlySet<string> } {
  const pairs = ({ memberships }: CloudRecord): ReadonlySet<string> =>
    new Set(
      [...memberships].flatMap(([group, members]) => members.map((one) => `${group} ${one}`)),
    );
  const [then, now] = [pairs(before), pairs(after)];
  return { added: now.difference(then), removed: then.difference(now) };
}

/** IDs of all groups of a person, including nested ones. */
export async function groupsOfPerson(
  cloud: PracticeCloud,
  customer: string,
  userPrincipalName: string,
): Promise<readonly string[]> {
  const { tenantId } = cloud.customer(customer);
  const person = encodeURIComponent(userPrincipalName);
  return idsSchema.parse(
    await cloud.control('GET', `/tenants/${tenantId}/people/${person}/groups`),
  );
}

/** All people in a group or in groups within it, each once; groups themselves are not counted. */
export function effectiveMembers(
  { memberships }: CloudRecord,
  groupId: string,
): ReadonlySet<string> {
  const groups = new Set([groupId]);
  const people = new Set<string>();
  for (const group of groups) {
    for (const member of memberships.get(group) ?? []) {
      if (memberships.has(member)) groups.add(member);
      else people.add(member);
    }
  }
  return people;
}

/** Every path from a person to a group as the space-separated IDs of its groups; no path repeats a group. */
export function waysTo(
  { memberships }: CloudRecord,
  person: string,
  groupId: string,
): ReadonlySet<string> {
  const ways = new Set<string>();
  const down = (group: string, way: readonly string[]): void => {
    for (const member of memberships.get(group) ?? []) {
      if (member === person) ways.add(way.join(' '));
      else if (memberships.has(member) && !way.includes(member)) down(member, [member, ...way]);
    }
  };
  down(groupId, [groupId]);
  return ways;
}

/** The routes of the calls that one service has answered since the log was cleared. */
export async function callsTo(
  cloud: PracticeCloud,
  service: 'entra' | 'graph',
): Promise<readonly string[]> {
  const { newest } = requestsSchema.parse(await cloud.control('GET', '/requests?limit=2000'));
  return newest.filter((call) => call.service === service).map(({ route }) => route);
}
