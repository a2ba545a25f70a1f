import type { CompletenessMark, GroupRow } from '../../contract/directory.ts';
import type { ExportSources } from './sources.ts';
import type { Cell } from './table.ts';

/** The last columns of every table: whether the row tells all, why not, and how old it is. */
export const completenessColumns = ['complete', 'why', 'syncedAt'] as const;

/** Fills {@link completenessColumns}. `why` holds kinds of marks; none means complete. */
export function completeness(
  why: readonly string[],
  syncedAt: string | null,
): Readonly<Record<(typeof completenessColumns)[number], Cell>> {
  return { complete: why.length === 0, why, syncedAt };
}

/** Why a group's list of direct members is, or may be, short; empty when it is complete. */
export async function whyShort(
  groups: ExportSources['groups'],
  group: Pick<GroupRow, 'tenantId' | 'id' | 'incomplete'>,
): Promise<readonly CompletenessMark['kind'][]> {
  if (!group.incomplete) return [];
  const { marks } = await groups.get(group.tenantId, group.id);
  return marks.map(({ kind }) => kind);
}

/** The same for the people through nesting: what is not known of a group inside is not known here. */
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
  // More groups than one answer holds: what the others lack is not known.
  if (more) why.add('couldNotTell');
  return [...why];
}
