import { objectType } from '../schema/codes.ts';

/** Condition: a membership, or a version of a group or person, is visible at sync `$sync`. */
export const seenAt = (alias: string): string =>
  `${alias}.added_in <= $sync AND ${alias}.removed_in > $sync`;

/**
 * `inside(no)`: the group `$group` and every group nested in it, each once, so that cycles end.
 *
 * CROSS JOIN fixes the join order: without it, SQLite may scan all groups at each step.
 */
export const insideGroup = `WITH RECURSIVE inside (no) AS (
  SELECT $group
  UNION
  SELECT m.member_no FROM inside i
    CROSS JOIN membership m ON m.group_no = i.no AND ${seenAt('m')}
    CROSS JOIN object o ON o.no = m.member_no AND o.type = ${objectType.group}
    CROSS JOIN grp g ON g.no = m.member_no AND ${seenAt('g')}
)`;

/** People of `inside`, each once. */
export const peopleInside = `(SELECT DISTINCT m.member_no AS no FROM inside i
  CROSS JOIN membership m ON m.group_no = i.no AND ${seenAt('m')})`;
