import type { ExportContent } from '../contract/export.ts';
import { findTenant } from './find-one.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';

/** What `export` can write. */
export const exportSubjects = [
  'groups',
  'people',
  'members',
  'person',
  'changes',
  'hand-over',
  'activity',
] as const;

/** Options that choose what to export. */
export interface ContentOptions {
  readonly all: boolean;
  readonly search: string;
  readonly effective: boolean;
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
  readonly of: 'groups' | 'people' | 'memberships';
}

type Client = Session['client'];

/**
 * What `export TENANT WHAT` or `export --all WHAT` refers to.
 *
 * @throws UsageError with the sentence to print
 */
export async function exportContent(
  { client, text }: Session,
  first: string,
  second: string | undefined,
  options: ContentOptions,
): Promise<ExportContent> {
  const what = exportSubjects.find((subject) => subject === (second ?? first));
  const isOneCustomer = second !== undefined;
  if (what === undefined || isOneCustomer === options.all) {
    throw new UsageError(text.t('cli:export.usage', { subjects: exportSubjects.join(', ') }));
  }
  const tenantId = isOneCustomer
    ? findTenant(text, await client.tenants.list(), first).tenantId
    : null;
  const { search } = options;
  const groupQuery = {
    tenantId,
    search,
    kinds: [],
    flags: [],
    emptyOnly: false,
    sort: 'name' as const,
    descending: false,
  };
  if (what === 'groups') return { kind: 'groups', query: groupQuery };
  if (what === 'people') return { kind: 'people', query: { tenantId, search } };
  if (what === 'activity') return { kind: 'activity', tenantId };
  if (what === 'members') {
    const scope = options.effective ? 'effective' : 'direct';
    return { kind: 'membersOfFound', query: groupQuery, scope };
  }
  if (tenantId === null) throw new UsageError(text.t('cli:export.oneCustomer'));
  if (what === 'hand-over') return { kind: 'handOver', tenantId };
  if (what === 'person') {
    if (options.person === undefined) throw new UsageError(text.t('cli:export.whichPerson'));
    const personId = await onePerson(client, tenantId, options.person);
    if (personId === null) {
      throw new UsageError(text.t('cli:export.noSuchPerson', { query: options.person }));
    }
    return { kind: 'personGroups', tenantId, personId };
  }
  const syncs = await twoSyncs(client, tenantId, options);
  if (syncs === null) throw new UsageError(text.t('cli:export.noTwoSyncs'));
  return { kind: 'changes', syncs: { tenantId, ...syncs }, of: options.of };
}

/** The only person that a query finds, or the only one with exactly this address or ID. */
async function onePerson(client: Client, tenantId: string, query: string): Promise<string | null> {
  const { total, rows } = await client.people.list({ tenantId, search: query, limit: 50 });
  const wanted = query.trim().toLowerCase();
  const exact = rows.filter((row) =>
    [row.id, row.userPrincipalName, row.mail].some((name) => name?.toLowerCase() === wanted),
  );
  const found = total === 1 ? rows : exact;
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** The named syncs, or the last two if none are named. */
async function twoSyncs(
  client: Client,
  tenantId: string,
  { from, to }: ContentOptions,
): Promise<{ readonly from: string; readonly to: string } | null> {
  const [newest, before] = await client.syncs.history({ tenantId });
  const ends = { from: from ?? before?.id, to: to ?? newest?.id };
  return ends.from !== undefined && ends.to !== undefined && ends.from !== ends.to
    ? { from: ends.from, to: ends.to }
    : null;
}
