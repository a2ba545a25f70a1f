import type { Database } from '../../database/open.ts';
import { objectType } from '../schema/codes.ts';
import type { Steps } from '../../database/in-steps.ts';
import type { ChangedRow, SyncPair } from './sync-pair.ts';

/** Encodes a changed membership as one number: fewer than 2^27 members times 2^26 groups. */
const groupRange = 2 ** 26;

/** Memberships encoded by `pairOf`, each once. */
export interface ChangedMemberships {
  readonly added: readonly number[];
  readonly removed: readonly number[];
}

/** Encodes the group and the member of a membership as one number. */
function pairOf(groupNo: number, memberNo: number): number {
  return memberNo * groupRange + groupNo;
}

/** Decodes a number from `pairOf`. */
export function numbersOfPair(pair: number): { readonly group: number; readonly member: number } {
  const member = Math.floor(pair / groupRange);
  return { group: pair - member * groupRange, member };
}

interface FoundMember {
  readonly member_no: number;
  readonly is_after: number;
}

/**
 * Finds the memberships that are shown at one of two syncs but not at the other. As in a list of members
 * (`member-list.ts`), a membership is shown only with its group, and with its member if that is a person or a
 * group. So it changes in two ways: its row begins or ends, or its group or member is added or removed while
 * the row remains.
 */
export function createChangedMemberships(database: Database) {
  const isAt = (sync: string): string => `m.added_in <= ${sync} AND m.removed_in > ${sync}`;
  const isGone = (table: string, type: number): string =>
    `o.type = ${type} AND NOT EXISTS (SELECT 1 FROM ${table} x
       WHERE x.no = c.member_no AND x.added_in <= c.sync AND x.removed_in > c.sync)`;
  const inGroup = database.prepare(
    `SELECT c.member_no, c.is_after FROM (
       SELECT m.member_no, max(${isAt('$from')}) * $groupBefore AS is_before,
         max(${isAt('$to')}) * $groupAfter AS is_after,
         iif(max(${isAt('$to')}) * $groupAfter, $to, $from) AS sync
       FROM membership m
       WHERE m.group_no = $group AND m.added_in <= $to AND m.removed_in > $from
         AND ($groupBefore <> $groupAfter OR m.added_in > $from OR m.removed_in <= $to)
       GROUP BY m.member_no HAVING is_before <> is_after) c
     CROSS JOIN object o ON o.no = c.member_no
     WHERE NOT (${isGone('person', objectType.user)}) AND NOT (${isGone('grp', objectType.group)})`,
  );
  const size = database
    .prepare('SELECT max(members) FROM group_size WHERE group_no = ? AND removed_in > ?')
    .pluck();
  const seenGroup = (sync: string): string =>
    `EXISTS (SELECT 1 FROM grp g WHERE g.no = $group AND g.added_in <= ${sync} AND g.removed_in > ${sync})`;
  const presence = database.prepare(
    `SELECT ${seenGroup('$from')} AS groupBefore, ${seenGroup('$to')} AS groupAfter`,
  );
  const staying = database
    .prepare(
      `SELECT m.group_no FROM member_of m
       WHERE m.member_no = $member AND m.added_in <= $to AND m.removed_in > $from
       GROUP BY m.group_no HAVING max(${isAt('$from')}) AND max(${isAt('$to')})`,
    )
    .pluck();
  const presenceOf = (pair: SyncPair, group: number) =>
    presence.get({ from: pair.from, to: pair.to, group }) as {
      readonly groupBefore: number;
      readonly groupAfter: number;
    };

  /** For each group: the members that were added or removed, or all of them if the group itself was. */
  function* rowsOf(pair: SyncPair, groups: readonly number[], found: Found): Steps<void> {
    const { from, to } = pair;
    for (const group of groups) {
      const { groupBefore, groupAfter } = presenceOf(pair, group);
      if (groupBefore + groupAfter === 0) continue;
      const members = inGroup.all({ from, to, group, groupBefore, groupAfter }) as FoundMember[];
      for (const member of members) {
        found[member.is_after === 1 ? 'added' : 'removed'].push(pairOf(group, member.member_no));
      }
      yield 10 + members.length * 5 + Number(size.get(group, from) ?? 0) / 50;
    }
  }

  /** For each member that was added or removed: the groups whose membership rows didn't change. */
  function* stayingOf(pair: SyncPair, members: readonly ChangedRow[], found: Found): Steps<void> {
    const { from, to } = pair;
    for (const { no: member, change } of members) {
      if (change !== 'added' && change !== 'removed') continue;
      const groups = staying.all({ from, to, member }) as number[];
      for (const group of groups) {
        const { groupBefore, groupAfter } = presenceOf(pair, group);
        if (groupBefore === 1 && groupAfter === 1) found[change].push(pairOf(group, member));
      }
      yield 10 + groups.length * 5;
    }
  }

  return function* changedMemberships(
    pair: SyncPair,
    /** Every group that was added or removed, or with membership rows that began or ended. */
    groups: readonly number[],
    /** Every group and person that was added or removed. */
    members: readonly ChangedRow[],
  ): Steps<ChangedMemberships> {
    const found: Found = { added: [], removed: [] };
    yield* rowsOf(pair, groups, found);
    yield* stayingOf(pair, members, found);
    return found;
  };
}

interface Found {
  readonly added: number[];
  readonly removed: number[];
}
