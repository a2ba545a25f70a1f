import type { ActivityEntry } from '../../../contract/activity.ts';
import { tenantName } from '../../tenants/tenant-name.ts';
import type { ExportSources } from '../sources.ts';
import type { ExportRow, ExportTable } from '../table.ts';

const own = [
  'at',
  'customer',
  'tenantId',
  'action',
  'account',
  'result',
  'problem',
  'ticket',
  'details',
] as const;

/** More than any activity record has; one customer has some thousands of lines. */
const mostLines = 1_000_000;

/**
 * The activity of one customer, or of all, the newest first. It's not directory data, so it needs no sync.
 * Values that differ from action to action are JSON in `details`.
 *
 * Errors: `tenant.unknown`.
 */
export async function activityTable(
  { tenants, activity }: Pick<ExportSources, 'tenants' | 'activity'>,
  tenantId: string | null,
  practice: boolean,
): Promise<ExportTable> {
  const known = tenantId === null ? await tenants.list() : [await tenants.get(tenantId)];
  const names = new Map(known.map((tenant) => [tenant.tenantId, tenantName(tenant)]));
  const lines = await activity.list({ tenantId, before: null, limit: mostLines });
  const rowOf = (line: ActivityEntry): ExportRow => ({
    ...(practice && { workspace: 'PRACTICE' }),
    at: line.at,
    customer: names.get(line.tenantId ?? '') ?? null,
    tenantId: line.tenantId,
    action: line.action,
    account: line.account,
    result: line.result,
    problem: line.problem?.code ?? null,
    ticket: line.ticket,
    details: JSON.stringify(line.params),
  });
  async function* batches(): AsyncGenerator<readonly ExportRow[]> {
    for (let from = 0; from < lines.length; from += 200) {
      yield lines.slice(from, from + 200).map(rowOf);
    }
  }
  return {
    columns: [...(practice ? ['workspace'] : []), ...own],
    totalRows: lines.length,
    batches: batches(),
  };
}
