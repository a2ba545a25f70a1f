import type { Change } from '../../electron/contract/contract.ts';

/** Query keys, by topic first, so that a change of a topic makes exactly its queries stale. */
export const keys = {
  host: () => ['network', 'host'] as const,
  profiles: () => ['profiles'] as const,
  setUps: () => ['profiles', 'setUps'] as const,
  waiting: (profileId: string) => ['profiles', profileId, 'waiting'] as const,
  registered: (profileId: string) => ['profiles', profileId, 'registered'] as const,
  tenants: () => ['tenants'] as const,
  consentKit: (tenantId: string, within?: 'reset') => ['grants', tenantId, 'kit', within] as const,
  consentWays: () => ['consentWays'] as const,
  tickets: () => ['tenants', 'tickets'] as const,
  partner: () => ['partner'] as const,
  forgetting: (tenantId: string) => ['tenants', tenantId, 'forgetting'] as const,
  connection: (tenantId: string) => ['connection', tenantId] as const,
  /** The ID of the last test whose answer this window showed; no request stands behind it. */
  answered: (tenantId: string) => ['answered', tenantId] as const,
  reset: (tenantId: string) => ['grants', tenantId, 'reset'] as const,
  earlierResets: (tenantId: string) => ['grants', tenantId, 'earlierResets'] as const,
  diagnosis: (tenantId: string) => ['grants', tenantId, 'diagnosis'] as const,
  lastSync: (tenantId: string) => ['syncs', tenantId, 'last'] as const,
  syncHistory: (tenantId: string) => ['syncs', tenantId, 'history'] as const,
  comparison: (syncs: object) => ['directory', 'comparison', syncs] as const,
  changes: (what: string, query: object, window: number) =>
    ['directory', 'changes', what, query, window] as const,
  groups: (query: object, window: number) => ['directory', 'groups', query, window] as const,
  group: (tenantId: string, groupId: string) => ['directory', 'group', tenantId, groupId] as const,
  nesting: (tenantId: string, groupId: string) =>
    ['directory', 'nesting', tenantId, groupId] as const,
  members: (query: object, window: number) => ['directory', 'members', query, window] as const,
  people: (query: object, window: number) => ['directory', 'people', query, window] as const,
  livePeople: (tenantId: string, search: string) =>
    ['directory', 'livePeople', tenantId, search] as const,
  personGroups: (tenantId: string, personId: string, source: 'cache' | 'live') =>
    ['directory', 'person', tenantId, personId, source] as const,
  /** Every path from a person to a group. */
  ways: (tenantId: string, personId: string, groupId: string) =>
    ['directory', 'ways', tenantId, personId, groupId] as const,
  policies: (tenantId: string) => ['policies', tenantId, 'overview'] as const,
  coverage: (query: { readonly tenantId: string }, window: number) =>
    ['policies', query.tenantId, 'people', query, window] as const,
  sinceHandOver: (tenantId: string) => ['policies', tenantId, 'sinceHandOver'] as const,
  /** What a code means; no change makes it stale. */
  explained: (code: string) => ['explained', code] as const,
  accounts: () => ['accounts', 'list'] as const,
  demands: () => ['accounts', 'demands'] as const,
  activity: (tenantId: string | null) => ['activity', tenantId] as const,
};

/**
 * Which queries a change makes stale. A change of one customer's grant or sync does not affect the customer
 * list: that customer is fetched separately (see `isOfOneCustomer`).
 */
export function staleKeys(change: Change): readonly (readonly unknown[])[] {
  const { topic, tenantId } = change;
  switch (topic) {
    case 'grants':
      return isOfOneCustomer(change) ? [['grants', tenantId]] : everyCustomer;
    // A connection shows its connector, and what its credential's expiry means for it.
    case 'profiles':
      return [['profiles'], ...everyCustomer];
    case 'tenants':
      return everyCustomer;
    case 'syncs':
      return isOfOneCustomer(change)
        ? [
            ['grants', tenantId],
            ['syncs', tenantId],
          ]
        : [...everyCustomer, ['syncs']];
    // Whether a policy can rely on a group depends on the last sync.
    case 'directory':
      return [['directory'], policiesOf(tenantId)];
    case 'policies':
      return [policiesOf(tenantId)];
    case 'network':
      return [['network'], ...everyCustomer];
    default:
      return [[topic]];
  }
}

/** Whether a change is visible only on one customer's page and in its row of the list. */
export function isOfOneCustomer(change: Change): change is Change & { readonly tenantId: string } {
  return change.tenantId !== null && (change.topic === 'grants' || change.topic === 'syncs');
}

/** The customer list, and everything that pages show about one customer. */
const everyCustomer = [['tenants'], ['connection'], ['grants']] as const;

function policiesOf(tenantId: string | null): readonly string[] {
  return tenantId === null ? ['policies'] : ['policies', tenantId];
}
