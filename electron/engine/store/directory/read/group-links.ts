import type { Database } from '../../database/open.ts';
import { objectType } from '../schema/codes.ts';
import { groupColumns, groupJoins } from './group-rows.ts';
import type { GroupColumns } from './group-rows.ts';
import { seenAt } from './nesting.ts';

/** A group as one step of a path. */
export interface GroupStep {
  readonly no: number;
  readonly id: string;
  readonly displayName: string;
}

/**
 * Reads one level of nesting up or down, sorted by name. Call in the transaction that reads the other rows.
 */
export function createGroupLinks(database: Database) {
  const isIn = `FROM member_of m CROSS JOIN grp g ON g.no = m.group_no AND ${seenAt('g')}`;
  const ofMember = `WHERE m.member_no = $no AND ${seenAt('m')}`;
  const above = database.prepare(
    `SELECT ${groupColumns} ${isIn} ${groupJoins} ${ofMember} ORDER BY g.sort_name, o.id`,
  );
  const stepsAbove = database.prepare(
    `SELECT g.no, o.id, g.name AS displayName ${isIn} CROSS JOIN object o ON o.no = g.no
     ${ofMember} ORDER BY g.sort_name, o.id`,
  );
  const numbersAbove = database.prepare(`SELECT g.no ${isIn} ${ofMember}`).pluck();
  const inside = database.prepare(
    `SELECT ${groupColumns} FROM membership m
       CROSS JOIN object x ON x.no = m.member_no AND x.type = ${objectType.group}
       CROSS JOIN grp g ON g.no = m.member_no AND ${seenAt('g')} ${groupJoins}
     WHERE m.group_no = $no AND ${seenAt('m')} ORDER BY g.sort_name, o.id`,
  );
  return {
    /** The groups that a person or group is directly in. */
    above: (no: number, sync: number) => above.all({ no, sync }) as GroupColumns[],
    stepsAbove: (no: number, sync: number) => stepsAbove.all({ no, sync }) as GroupStep[],
    numbersAbove: (no: number, sync: number) => numbersAbove.all({ no, sync }) as number[],
    /** The groups that are directly in a group. */
    inside: (no: number, sync: number) => inside.all({ no, sync }) as GroupColumns[],
  };
}
