import type { CompletenessMark } from '../../../../contract/directory.ts';
import type { PolicyFinding } from '../../../../contract/policy.ts';
import type { GroupReading } from '../../../directory/policies/store.ts';
import type { Database } from '../../database/open.ts';
import { groupColumns, groupJoins, groupMarks, groupRow } from '../read/group-rows.ts';
import type { GroupColumns } from '../read/group-rows.ts';
import { seenAt } from '../read/nesting.ts';
import type { MarkedGroup, PolicyView } from './policy-groups.ts';
import { sortName } from '../read/search-text.ts';
import type { TenantView } from '../read/tenant-views.ts';

type MarkKind = CompletenessMark['kind'];
type Found = NonNullable<GroupReading['found']>;

/** Checks whether a policy can rely on a marked group. */
export function createPolicyFindings(database: Database) {
  const byNo = database.prepare(
    `SELECT ${groupColumns} FROM grp g ${groupJoins} WHERE g.no = $no AND ${seenAt('g')}`,
  );
  const likeNamed = database
    .prepare(
      `SELECT g.name FROM grp g INDEXED BY grp_by_name
       WHERE g.tenant_no = $tenant AND g.sort_name = $sortName AND g.no <> $no AND ${seenAt('g')}`,
    )
    .pluck();
  const rowOf = (tenant: TenantView, no: number): GroupColumns =>
    byNo.get({ no, sync: tenant.sync }) as GroupColumns;
  /**
   * Reasons why the list of people may be incomplete. Service principals that are not listed don't affect it.
   */
  const shortOf = (tenant: TenantView, row: GroupColumns): MarkKind[] =>
    groupMarks(row, tenant)
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'servicePrincipalsNotListed');

  return {
    /** The group's row and findings. */
    reading(tenant: TenantView, view: PolicyView, marked: MarkedGroup): Found {
      const row = rowOf(tenant, marked.no);
      const group = groupRow(row, tenant);
      const nested = marked.inside.filter((no) => no !== marked.no);
      const isPaused =
        group.flags.includes('dynamic') && row.rule_state?.toLowerCase() === 'paused';
      const own = shortOf(tenant, row);
      const ownUnsaid = own.filter(
        (kind) => kind !== 'hiddenMembership' && !(isPaused && kind === 'stillProcessing'),
      );
      const shortInside = nested.filter(
        (no) => shortOf(tenant, rowOf(tenant, no)).length > 0,
      ).length;
      const mayBeShort =
        own.includes('hiddenMembership') || ownUnsaid.length > 0 || shortInside > 0;
      const people = marked.ranks.length;
      const count = (flags: Uint8Array): number =>
        marked.ranks.reduce((sum, rank) => sum + (flags[rank] ?? 0), 0);
      const names = likeNamed.all({
        tenant: tenant.no,
        sortName: sortName(row.name),
        no: marked.no,
        sync: tenant.sync,
      }) as string[];
      const findings = [
        ...findingIf('empty', people === 0 && !mayBeShort),
        ...findingIf('hidden', group.flags.includes('hidden')),
        ...findingIf('onlyNested', people > 0 && marked.direct === 0, people),
        ...findingIf('dynamicPaused', isPaused),
        ...findingIf('distribution', group.kind === 'distribution'),
        ...counted('guests', count(view.people.guests)),
        ...counted('disabledPeople', count(view.people.disabled)),
        ...counted('sameName', names.filter((name) => sameName(name, row.name)).length),
        ...counted('incomplete', (ownUnsaid.length > 0 ? 1 : 0) + shortInside),
      ];
      return { group, people, findings };
    },
    /** The group's name, and each reason why its list of people may be incomplete. */
    completeness(
      tenant: TenantView,
      marked: MarkedGroup,
    ): { readonly displayName: string; readonly short: readonly MarkKind[] } {
      const kinds = marked.inside.flatMap((no) => shortOf(tenant, rowOf(tenant, no)));
      return { displayName: rowOf(tenant, marked.no).name, short: [...new Set(kinds)] };
    },
    name: (tenant: TenantView, no: number): string => rowOf(tenant, no).name,
  };
}

function findingIf(
  kind: PolicyFinding['kind'],
  holds: boolean,
  count: number | null = null,
): PolicyFinding[] {
  return holds ? [{ kind, count }] : [];
}

function counted(kind: PolicyFinding['kind'], count: number): PolicyFinding[] {
  return findingIf(kind, count > 0, count);
}

/** Whether people would read the names as equal: letter case and the encoding of accents don't count. */
function sameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
