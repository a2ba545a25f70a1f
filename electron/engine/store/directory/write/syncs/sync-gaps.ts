import type { Problem } from '../../../../../contract/problem.ts';
import type { SyncGaps } from '../../../../../contract/sync.ts';
import { isIntercepted } from '../../../../errors/questions.ts';
import type { Shortfall } from '../../../../directory/sync/store.ts';
import type { Database } from '../../../database/open.ts';
import { live } from '../../schema/codes.ts';
import type { OpenRun } from './open-run.ts';
import type { StreamRow } from './stream-queries.ts';
import type { UnreadObjects } from '../objects/unread-objects.ts';

/** Most objects that are named: a technician reads the first few, and a script reads the counts. */
const mostNamed = 20;

const refused: ReadonlySet<number> = new Set([403, 404]);

/** What a finishing sync couldn't read; null: it read everything. */
export function createSyncGaps(database: Database, unread: UnreadObjects) {
  const failedGroups = database
    .prepare(`SELECT count(*) FROM failed_group WHERE tenant_no = ? AND removed_in = ${live}`)
    .pluck();
  const firstFailed = database
    .prepare(
      `SELECT o.id FROM failed_group f JOIN object o ON o.no = f.group_no
       WHERE f.tenant_no = ? AND f.removed_in = ${live} ORDER BY o.id LIMIT ${mostNamed}`,
    )
    .pluck();
  return (
    run: OpenRun,
    streams: readonly StreamRow[],
    short: Shortfall | undefined,
  ): SyncGaps | null => {
    const count = unread.count(run.no);
    const gaps: SyncGaps = {
      users: count.user,
      groups: count.group + Number(failedGroups.get(run.tenantNo)),
      devices: count.device,
      contacts: count.contact,
      lists: streams.flatMap(({ stream, problem }) => {
        if (stream !== 'devices' && stream !== 'contacts') return [];
        // It's not a failure if the tenant doesn't let the connector read a list.
        return problem === null || isRefused(problem) ? [] : [stream];
      }),
      short: short ?? { users: 0, groups: 0 },
      first: [
        ...(firstFailed.all(run.tenantNo) as string[]).map((id) => ({
          kind: 'group' as const,
          id,
        })),
        ...unread.first(run.no, mostNamed),
      ].slice(0, mostNamed),
    };
    const { users, groups, devices, contacts } = gaps;
    const missing = users + groups + devices + contacts + gaps.short.users + gaps.short.groups;
    return missing + gaps.lists.length === 0 ? null : gaps;
  };
}

/** Whether Graph itself refused the connector; an answer from a web filter doesn't count. */
function isRefused(problem: Problem): boolean {
  return refused.has(problem.raw?.httpStatus ?? 0) && !isIntercepted(problem);
}
