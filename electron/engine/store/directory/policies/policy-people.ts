import type { Database } from '../../database/open.ts';
import { rowRange } from '../schema/codes.ts';
import { numbersOf, orderOf } from '../read/name-order.ts';
import type { NameOrder } from '../read/name-order.ts';
import { seenAt } from '../read/nesting.ts';

/** A tenant at one of its syncs. */
export interface SyncPoint {
  readonly no: number;
  readonly sync: number;
}

/** All people of one tenant at one sync by name, with what the policy queries need of each. */
export interface PeopleAt {
  readonly order: NameOrder;
  /** By rank: 1 for a guest or a disabled account. */
  readonly guests: Uint8Array;
  readonly disabled: Uint8Array;
  /** The rank of the object with this number in the store, or -1 if it isn't a person. */
  rankOfNo(no: number): number;
}

/** Reads all people of a tenant, about 25 bytes each. What a sync shows never changes. */
export function createPeopleAt(database: Database): (at: SyncPoint) => PeopleAt {
  const sorted = database
    .prepare(
      `SELECT json_group_array(row) FROM (
         SELECT p.row FROM person p INDEXED BY person_by_name
         WHERE p.tenant_no = $tenant AND ${seenAt('p')} ORDER BY p.sort_name, p.row)`,
    )
    .pluck();
  // In row order, so that SQLite reads the table sequentially.
  const readFacts = database.prepare(
    `SELECT json_group_array(p.row) AS rows, json_group_array(p.no) AS numbers,
       json_group_array(p.guest + 2 * (p.enabled IS 0)) AS facts
     FROM person p WHERE p.row BETWEEN $first AND $last AND ${seenAt('p')}`,
  );

  return ({ no, sync }) => {
    const order = orderOf(numbersOf(sorted.get({ tenant: no, sync })), [{ no }]);
    const [first, last] = rowRange(no);
    const read = readFacts.get({ first, last, sync }) as Record<
      'rows' | 'numbers' | 'facts',
      string
    >;
    const rows = numbersOf(read.rows);
    const numbers = numbersOf(read.numbers);
    const facts = numbersOf(read.facts);
    const [lowest, highest] = rangeOf(numbers);
    const ranks = new Int32Array(highest - lowest + 1).fill(-1);
    const guests = new Uint8Array(rows.length);
    const disabled = new Uint8Array(rows.length);
    for (const [place, row] of rows.entries()) {
      const rank = order.rankOf(row);
      const fact = facts[place] ?? 0;
      ranks[(numbers[place] ?? 0) - lowest] = rank;
      guests[rank] = fact & 1;
      disabled[rank] = fact >> 1;
    }
    return { order, guests, disabled, rankOfNo: (of) => ranks[of - lowest] ?? -1 };
  };
}

function rangeOf(numbers: readonly number[]): readonly [number, number] {
  const [first = 0] = numbers;
  return numbers.reduce(
    ([lowest, highest], no) => [Math.min(lowest, no), Math.max(highest, no)] as const,
    [first, first] as const,
  );
}
