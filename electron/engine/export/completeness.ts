import type { CompletenessMark, GroupRow } from '../../contract/directory.ts';
import type { ExportSources } from './sources.ts';
import type { Cell } from './table.ts';

/** The last columns of every table: whether the row is complete, why not, and how old it is. */
export const completenessColumns = ['complete', 'why', 'syncedAt'] as const;

/** Fills {@link completenessColumns}. `why` holds kinds of marks; empty means complete. */
export function completeness(
  why: readonly string[],
  syncedAt: string | null,
): Readonly<Record<(typeof completenessColumns)[number], Cell>> {
  return { complete: why.length === 0, why, syncedAt };
}

/** Why a group's list of direct members is, or may be, incomplete; empty if it's complete. */
export async function whyShort(
  groups: ExportSources['groups'],
  group: Pick<GroupRow, 'tenantId' | 'id' | 'incomplete'>,
): Promise<readonly CompletenessMark['kind'][]> {
  if (!group.incomplete) return [];
  const { marks } = await groups.get(group.tenantId, group.id);
  return marks.map(({ kind }) => kind);
}

/** The same for people through nesting: the reasons of every nested group also apply to the group itself. */
export async function whyEffectiveShort(
  groups: ExportSources['groups'],
  group: Pick<GroupRow, 'tenantId' | 'id' | 'incomplete'>,
): Promise<readonly string[]> {
  const { nodes, more } = await groups.nesting(group.tenantId, group.id);
  const why = new Set<string>(await whyShort(groups, group));
  for (const node of nodes) {
    if (node.level <= 0) continue;
    for (const kind of await whyShort(groups, node.group)) why.add(kind);
  }
  // The answer doesn't contain all nested groups, so the reasons of the others are unknown.
  if (more) why.add('couldNotTell');
  return [...why];
}
