import { z } from 'zod';
import type { RestoreCount } from '../../../../contract/backup.ts';
import type { Merged } from '../../../backup/store.ts';
import type { Millis } from '../../../kernel/ports.ts';
import type { Database } from '../../database/open.ts';
import type { Rows } from './packed-rows.ts';
import { adoptProfiles } from './profiles.ts';
import { quoted, rowWriter } from './rows.ts';
import type { Row } from './rows.ts';
import { keptTables } from './tables.ts';
import type { KeptTable } from './tables.ts';

/** The result for one row. */
type Fate = 'added' | 'already' | 'differing' | 'notTaken';

/**
 * Merges rows into an open ledger; call in a transaction.
 *
 * Existing rows remain unchanged: only new rows are written. A connector is identified by client ID and
 * cloud, a customer by tenant ID, a line of activity by its own id. A customer that was forgotten in this
 * ledger after the backup was made is not restored.
 */
export function mergeRows(ledger: Database, incoming: Rows, madeAt: Millis): Merged {
  const rows = adoptProfiles(ledger, incoming);
  const forgotten = forgottenSince(ledger, rows.get('tenant') ?? [], madeAt);
  const newTenants = new Set<unknown>();
  const counts = new Map<RestoreCount['subject'], RestoreCount>();
  const differing: Merged['differing'] = [];
  const newCustomers: string[] = [];

  for (const table of keptTables) {
    const { find, labelOf, write } = access(ledger, table);
    const fateOf = (row: Row): Fate => {
      if (forgotten.has(row['tenant_id'])) return 'notTaken';
      const here = find(row);
      if (here !== null) return isSame(table, row, here) ? 'already' : 'differing';
      if (table.withNewCustomers && !newTenants.has(row['tenant_id'])) return 'notTaken';
      write(row);
      if (table.name === 'tenant') {
        newTenants.add(row['tenant_id']);
        newCustomers.push(labelOf(row));
      }
      return 'added';
    };
    for (const row of rows.get(table.name) ?? []) {
      const fate = fateOf(row);
      if (table.isPartOfAnother) continue;
      const before = counts.get(table.subject) ?? noneOf(table.subject);
      counts.set(table.subject, { ...before, [fate]: before[fate] + 1 });
      if (fate === 'differing' && table.label !== undefined) {
        differing.push({ subject: table.subject, name: labelOf(row) });
      }
    }
  }
  return {
    counts: [...counts.values()],
    differing,
    newCustomers,
    forgotten: [...forgotten.values()],
    withoutCredential: withoutCredential(ledger, rows.get('profile') ?? []),
  };
}

function noneOf(subject: RestoreCount['subject']): RestoreCount {
  return { subject, added: 0, already: 0, differing: 0, notTaken: 0 };
}

/** Finds the row with the same key in the open ledger, reads its label, and writes new rows. */
function access(ledger: Database, { name, key, label = `''` }: KeptTable) {
  const where = key.map((column) => `${quoted(column)} = ?`).join(' AND ');
  const keyOf = (row: Row) => key.map((column) => row[column] ?? null);
  const found = ledger.prepare(`SELECT * FROM ${quoted(name)} WHERE ${where}`);
  const named = ledger.prepare(`SELECT ${label} FROM ${quoted(name)} WHERE ${where}`).pluck();
  return {
    find: (row: Row) => hereRow.nullable().parse(found.get(...keyOf(row)) ?? null),
    labelOf: (row: Row) => String(named.get(...keyOf(row))),
    write: rowWriter(ledger, name),
  };
}

const hereRow = z.record(z.string(), z.unknown());

function isSame(
  { mayDiffer = [] }: KeptTable,
  row: Row,
  here: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(row).every(
    ([column, value]) => mayDiffer.includes(column) || here[column] === value,
  );
}

/** Tenant IDs and names of customers that were removed from this ledger after the backup was made. */
function forgottenSince(
  ledger: Database,
  tenants: readonly Row[],
  madeAt: Millis,
): ReadonlyMap<unknown, string> {
  const isForgotten = ledger
    .prepare(
      `SELECT 1 FROM activity WHERE tenant_id = @tenantId AND action = 'tenantForgotten' AND at > @madeAt
       AND NOT EXISTS (SELECT 1 FROM tenant WHERE tenant_id = @tenantId)`,
    )
    .pluck();
  return new Map(
    tenants
      .filter((row) => isForgotten.get({ tenantId: row['tenant_id'], madeAt }) !== undefined)
      .map((row) => [
        row['tenant_id'],
        String(row['alias'] ?? row['display_name'] ?? row['added_as']),
      ]),
  );
}

function withoutCredential(
  ledger: Database,
  profiles: readonly Row[],
): Merged['withoutCredential'] {
  const bare = ledger.prepare(
    `SELECT id AS profileId, name FROM profile WHERE id = ? AND owner = 'ours'
     AND NOT EXISTS (SELECT 1 FROM credential WHERE profile_id = profile.id)`,
  );
  const row = z.object({ profileId: z.string(), name: z.string() });
  return profiles.flatMap(({ id }) => z.array(row).parse(bare.all(id)));
}
