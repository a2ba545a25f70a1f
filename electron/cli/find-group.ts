import type { GroupRow } from '../contract/directory.ts';
import type { Text } from '../../text/create-text.ts';
import { readWindows } from './limit.ts';
import type { Client } from './session.ts';
import { folded, given, meantBy } from './meant.ts';
import { UsageError } from './usage-error.ts';

/** The most groups that one sentence names. */
const named = 20;

/**
 * Finds one customer's group by ID or name. An exact name takes precedence over names that contain it. Never
 * guesses between several matches.
 *
 * @throws UsageError with the sentence to print
 */
export async function findGroup(
  client: Client,
  text: Text,
  tenantId: string,
  query: string,
): Promise<GroupRow> {
  const matches = await matchesOf(client, tenantId, query);
  const [group] = matches;
  if (group === undefined)
    throw new UsageError(text.t('cli:groups.unknown', { query: given(query) }));
  if (matches.length > 1) {
    const list = matches.slice(0, named).map(({ id, displayName }) => `${id} (${displayName})`);
    if (matches.length > named) list.push('…');
    throw new UsageError(
      text.t('cli:groups.ambiguous', { query: given(query), matches: list.join(', ') }),
    );
  }
  return group;
}

async function matchesOf(
  client: Client,
  tenantId: string,
  query: string,
): Promise<readonly GroupRow[]> {
  for (const search of [query, ...meantBy(query)]) {
    const { rows } = await readWindows(Infinity, (window) =>
      client.groups.list({ tenantId, search: search.slice(0, 200), ...window }),
    );
    const wanted = folded(search);
    const byId = rows.filter(({ id }) => id === wanted);
    const byName = rows.filter(({ displayName }) => folded(displayName) === wanted);
    const matches = [byId, byName, rows].find(({ length }) => length > 0);
    if (matches !== undefined) return matches;
  }
  return [];
}
