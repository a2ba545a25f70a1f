import type { ChangeKind } from '../../../../contract/comparison.ts';
import type { Database } from '../../database/open.ts';
import type { Steps } from '../../database/in-steps.ts';
import type { ChangedRow, SyncPair } from './sync-pair.ts';

/** The compared columns of a group and a person, besides the name: every column that a screen shows. */
const properties = {
  grp: [
    'mail',
    'description',
    'mail_nickname',
    'kind',
    'flags',
    'rule',
    'rule_state',
    'created_at',
  ],
  person: ['upn', 'mail', 'job_title', 'addresses', 'former', 'guest', 'enabled'],
} as const;

interface FoundVersions {
  readonly before: number | null;
  readonly after: number | null;
  readonly renamed: number;
  readonly differs: number;
}

const portion = 100;
/** A lookup in pages that are not in memory costs as much as writing a few rows (`Steps`). */
const lookupWeight = 4;

/**
 * Compares the versions of each object at two syncs. Ignores versions that began and ended in between, and
 * two versions with equal values.
 */
export function createChangedRows(database: Database, table: keyof typeof properties) {
  const seen = (alias: string, sync: string): string =>
    `${alias}.no = $no AND ${alias}.added_in <= ${sync} AND ${alias}.removed_in > ${sync}`;
  const versions = database.prepare(
    `SELECT b.row AS before, a.row AS after, b.name IS NOT a.name AS renamed,
       ${properties[table].map((name) => `b.${name} IS NOT a.${name}`).join(' OR ')} AS differs
     FROM (SELECT 1)
       LEFT JOIN ${table} b ON ${seen('b', '$from')}
       LEFT JOIN ${table} a ON ${seen('a', '$to')}`,
  );

  return function* changedRows(
    { from, to }: SyncPair,
    candidates: readonly number[],
  ): Steps<ChangedRow[]> {
    const changed: ChangedRow[] = [];
    for (const [place, no] of candidates.entries()) {
      const found = versions.get({ no, from, to }) as FoundVersions;
      const change = changeOf(found);
      if (change) changed.push({ no, before: found.before, after: found.after, change });
      if (place % portion === portion - 1) yield portion * lookupWeight;
    }
    return changed;
  };
}

function changeOf({ before, after, renamed, differs }: FoundVersions): ChangeKind | null {
  if (before === after) return null;
  if (before === null) return 'added';
  if (after === null) return 'removed';
  if (renamed === 1) return 'renamed';
  return differs === 1 ? 'changed' : null;
}
