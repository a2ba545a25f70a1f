import { z } from 'zod';
import type { Database } from '../../database/open.ts';
import type { Rows } from './packed-rows.ts';
import type { Row, Value } from './rows.ts';

const profileRow = z.object({ id: z.string(), client_id: z.string(), cloud: z.string() });

/**
 * Replaces the ids of connectors by those in this ledger. Each computer gives a connector a different id, so
 * a connector is identified by client ID and cloud. A custom cloud is in a different file on each computer;
 * for it, only the client ID counts.
 *
 * An id is a GUID, so it is replaced wherever it occurs, including in evidence stored as JSON.
 */
export function adoptProfiles(ledger: Database, incoming: Rows): Rows {
  const here = z
    .array(profileRow)
    .parse(ledger.prepare('SELECT id, client_id, cloud FROM profile').all());
  const ids = (incoming.get('profile') ?? []).flatMap((row) => {
    const theirs = profileRow.parse(row);
    const same = here.find(
      (one) => one.client_id === theirs.client_id && isSameCloud(one.cloud, theirs.cloud),
    );
    return same === undefined || same.id === theirs.id ? [] : [[theirs.id, same.id] as const];
  });
  if (ids.length === 0) return incoming;
  const adopt = (value: Value): Value =>
    typeof value === 'string'
      ? ids.reduce((text, [theirs, ours]) => text.replaceAll(theirs, ours), value)
      : value;
  return new Map([...incoming].map(([table, rows]) => [table, rows.map((row) => map(row, adopt))]));
}

function map(row: Row, change: (value: Value) => Value): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, change(value)]));
}

const cloudChoice = z.object({ kind: z.string() });

function isSameCloud(one: string, other: string): boolean {
  const kindOf = (text: string): string => cloudChoice.parse(JSON.parse(text)).kind;
  return kindOf(one) === kindOf(other);
}
