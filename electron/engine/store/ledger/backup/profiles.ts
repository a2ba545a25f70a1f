import { z } from 'zod';
import type { Database } from '../../database/open.ts';
import type { Rows } from './packed-rows.ts';
import type { Row, Value } from './rows.ts';

const profileRow = z.object({ id: z.string(), client_id: z.string(), cloud: z.string() });

/**
 * The same rows with the ids that connectors have here. A connector is the same one by client id and
 * cloud, whatever id each computer made for it; a custom cloud lies in another file on each computer,
 * so there the client id decides.
 *
 * An id is a GUID, so it is replaced wherever it stands, in evidence kept as JSON too.
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
