import type { CompletenessMark, GroupFlag, GroupRow } from '../../../../contract/directory.ts';
import { readKeptProblem } from '../../../errors/kept-problem.ts';
import { flagBit, groupFlags, groupKinds } from '../schema/codes.ts';
import type { TenantView } from './tenant-views.ts';

/** The columns of a group's row, for a SELECT over `grp g`, `object o`, `group_size s`, `failed_group f`. */
export const groupColumns = `g.tenant_no, g.no, o.id, g.name, g.mail, g.description, g.kind, g.flags,
  g.rule_state, coalesce(s.members, 0) AS members, coalesce(s.unnamed, 0) AS unnamed,
  coalesce(s.listed, 0) AS listed, f.problem`;

/** The joins that `groupColumns` need after `grp g`, at a given sync. */
export const groupJoinsAt = (sync: string): string => `CROSS JOIN object o ON o.no = g.no
  LEFT JOIN group_size s ON s.group_no = g.no
    AND s.added_in <= ${sync} AND s.removed_in > ${sync}
  LEFT JOIN failed_group f ON f.group_no = g.no
    AND f.added_in <= ${sync} AND f.removed_in > ${sync}`;

/** The same at the shown sync, `t.current_sync`. */
export const groupJoins = `CROSS JOIN tenant t ON t.no = g.tenant_no
  ${groupJoinsAt('t.current_sync')}`;

/** A row selected with `groupColumns`. */
export interface GroupColumns {
  readonly tenant_no: number;
  readonly no: number;
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
  readonly description: string | null;
  readonly kind: number;
  readonly flags: number;
  readonly rule_state: string | null;
  readonly members: number;
  readonly unnamed: number;
  readonly listed: number;
  readonly problem: string | null;
}

export function groupRow(
  row: GroupColumns,
  view: Pick<TenantView, 'tenantId' | 'readsHidden'>,
): GroupRow {
  return {
    tenantId: view.tenantId,
    id: row.id,
    displayName: row.name,
    mail: row.mail,
    description: row.description,
    kind: groupKinds[row.kind] ?? 'other',
    flags: groupFlags.filter((flag) => has(row, flag)),
    directMembers: row.members,
    incomplete: groupMarks(row, view).length > 0,
  };
}

/** Why the list of this group's members is, or may be, incomplete. */
export function groupMarks(
  row: GroupColumns,
  view: Pick<TenantView, 'readsHidden'>,
): CompletenessMark[] {
  const marks: CompletenessMark[] = [];
  if (has(row, 'hidden') && !view.readsHidden) {
    marks.push({ kind: 'hiddenMembership', problem: null });
  }
  if (has(row, 'dynamic') && row.rule_state !== null && row.rule_state.toLowerCase() !== 'on') {
    marks.push({ kind: 'stillProcessing', problem: null });
  }
  if (row.listed === 1 && groupKinds[row.kind] === 'security') {
    marks.push({ kind: 'servicePrincipalsNotListed', problem: null });
  }
  if (row.unnamed > 0) marks.push({ kind: 'limitedInformation', problem: null });
  if (row.problem !== null) {
    const why = readKeptProblem(row.problem);
    marks.push({ kind: why.raw?.httpStatus === 429 ? 'throttled' : 'failed', problem: why });
  }
  return marks;
}

function has(row: GroupColumns, flag: GroupFlag): boolean {
  return (row.flags & flagBit(flag)) !== 0;
}
