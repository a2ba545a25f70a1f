import { z } from 'zod';
import type { GroupRow, PersonGroup, PersonRow } from '../../../../contract/directory.ts';
import type { CachedPersonGroups, PersonStore } from '../../../directory/read/person-store.ts';
import type { Database } from '../../database/open.ts';
import { createGroupDetail } from './group-detail.ts';
import { groupRow } from './group-rows.ts';
import { readAnswer } from '../pages/graph-page.ts';
import { graphGroup, groupValues } from '../pages/group-page.ts';
import { graphUser, personValues } from '../pages/person-page.ts';
import type { createPersonGroups } from './person-groups.ts';
import { personRow } from './person-rows.ts';
import type { TenantView } from './tenant-views.ts';

type Answers = Parameters<PersonStore['presentLive']>[0];

/** Converts Graph's answers to the types that the cache returns. */
export function createPresentLive(
  database: Database,
  cachedGroups: ReturnType<typeof createPersonGroups>,
) {
  const detail = createGroupDetail(database);

  return (
    view: TenantView | null,
    answers: Answers,
  ): Pick<CachedPersonGroups, 'person' | 'groups'> => {
    const { tenantId } = answers;
    const person = livePerson(answers.person, tenantId);
    const cached = view ? cachedGroups(view, person.id) : null;
    const known = new Map(cached?.groups.map((entry) => [entry.group.id, entry]));
    const found = readAnswer(z.array(graphGroup), answers.groups);
    const now = new Set(found.map((group) => group.id.toLowerCase()));
    const direct = new Set(answers.directIds);

    const groups = found.map((group): PersonGroup => {
      const groupId = group.id.toLowerCase();
      const row = liveRow(groupId, groupValues(group, null), tenantId);
      const before = known.get(groupId)?.group ?? (view ? detail.row(view, groupId) : null);
      const way = known.get(groupId)?.path ?? [];
      const step = { id: groupId, displayName: row.displayName };
      const holds = way.length > 1 && way.every((group) => now.has(group.id));
      return {
        group: before
          ? { ...row, directMembers: before.directMembers, incomplete: before.incomplete }
          : row,
        direct: direct.has(groupId),
        path: direct.has(groupId) || !holds ? [step] : [...way.slice(0, -1), step],
      };
    });
    return {
      person,
      groups: groups.sort((a, b) => (a.group.displayName < b.group.displayName ? -1 : 1)),
    };
  };
}

/** Converts a user resource to a person as the cache returns it. */
export function livePerson(answer: unknown, tenantId: string): PersonRow {
  const user = readAnswer(graphUser, answer);
  const row = { ...personValues(user, null), tenant_no: 0, no: 0, former: '' };
  return personRow({ ...row, id: user.id.toLowerCase() }, tenantId);
}

/** A group that may not be in the cache, so its number of members is unknown. */
function liveRow(id: string, values: ReturnType<typeof groupValues>, tenantId: string): GroupRow {
  const nothing = { tenant_no: 0, no: 0, members: 0, unnamed: 0, listed: 0, problem: null };
  const row = groupRow({ ...nothing, ...values, id }, { tenantId, readsHidden: true });
  return { ...row, incomplete: true };
}
