import type { z } from 'zod';
import type { exportContent } from '../../contract/export.ts';
import { readCustomers } from './customers.ts';
import { changeTable } from './rows/change-rows.ts';
import { groupTable } from './rows/group-rows.ts';
import { chosenGroups, foundGroups, memberTable } from './rows/member-rows.ts';
import { personGroupTable } from './rows/person-group-rows.ts';
import { personTable } from './rows/person-rows.ts';
import { takeSnapshot } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import type { ExportSources } from './sources.ts';
import type { ExportRow, ExportTable } from './table.ts';

/** What to export, as parsed by the contract. */
type ParsedContent = z.output<typeof exportContent>;

/** Contents that fit in one table. */
export type TableContent = Exclude<ParsedContent, { kind: 'handOver' | 'activity' }>;

/** The customers of an export; null: all of them. */
export function tenantsOf(content: ParsedContent): readonly string[] | null {
  switch (content.kind) {
    case 'groups':
    case 'people':
    case 'membersOfFound':
      return content.query.tenantId === null ? null : [content.query.tenantId];
    case 'members':
      return [...new Set(content.groups.map(({ tenantId }) => tenantId))];
    case 'personGroups':
    case 'handOver':
      return [content.tenantId];
    case 'activity':
      return content.tenantId === null ? null : [content.tenantId];
    case 'changes':
      return [content.syncs.tenantId];
  }
}

/** The word for a content in a file name. */
export function wordOf(content: ParsedContent): string {
  switch (content.kind) {
    case 'membersOfFound':
      return 'members';
    case 'personGroups':
      return 'person-groups';
    case 'changes':
      return `changed-${content.of}`;
    case 'handOver':
      return 'hand-over';
    default:
      return content.kind;
  }
}

/**
 * Opens the rows of an export at the syncs that are shown now. After the last row, checks that no other sync
 * was shown in the meantime.
 *
 * @throws EvergrantError `export.neverSynced`, `tenant.unknown`, `group.unknown`, `person.unknown`;
 * reading the rows also throws `export.changedMeanwhile`
 */
export async function openTable(
  sources: ExportSources,
  content: TableContent,
  practice: boolean,
): Promise<ExportTable> {
  const snapshot = await takeSnapshot(sources, tenantsOf(content));
  const table = await tableOf(sources, content, snapshot, practice);
  return { ...table, batches: held(table.batches, snapshot) };
}

async function tableOf(
  sources: ExportSources,
  content: TableContent,
  snapshot: Snapshot,
  practice: boolean,
): Promise<ExportTable> {
  const { groups } = sources;
  const customers = await readCustomers(sources, snapshot, tenantsOf(content), practice);
  switch (content.kind) {
    case 'groups':
      return await groupTable(sources, customers, snapshot, content.query);
    case 'people':
      return await personTable(sources, customers, snapshot, content.query);
    case 'members': {
      const { scope, groups: chosen } = content;
      const [only] = chosen;
      const first = await groups.get(only?.tenantId ?? '', only?.groupId ?? '');
      const count = scope === 'direct' ? first.directMembers : first.effectiveMembers;
      return memberTable(sources, customers, snapshot, {
        groups: chosenGroups(groups, chosen),
        scope,
        totalRows: chosen.length === 1 ? Math.max(count, 1) : null,
      });
    }
    case 'membersOfFound':
      return memberTable(sources, customers, snapshot, {
        groups: foundGroups(groups, content.query),
        scope: content.scope,
        totalRows: null,
      });
    case 'personGroups':
      return await personGroupTable(sources, customers, snapshot, content);
    case 'changes':
      return await changeTable(sources, customers, content);
  }
}

async function* held(
  batches: ExportTable['batches'],
  snapshot: Snapshot,
): AsyncGenerator<readonly ExportRow[]> {
  yield* batches;
  await snapshot.check();
}
