import { z } from 'zod';
import type { ChangeSummary } from '../../../../contract/comparison.ts';
import type { Problem } from '../../../../contract/problem.ts';
import { syncGaps } from '../../../../contract/sync.ts';
import type { SyncGaps } from '../../../../contract/sync.ts';
import { readKeptProblem } from '../../../errors/kept-problem.ts';
import { live, rowRange, syncStreams } from '../schema/codes.ts';
import type { StreamState, SyncRecord, SyncStream } from '../../../directory/sync/store.ts';
import type { Millis } from '../../../kernel/ports.ts';
import type { Database, Statement } from '../../database/open.ts';
import type { OpenRun } from './open-run.ts';
import type { PageCounts } from './page-writer.ts';
import { runRow } from './run-row.ts';
import type { RunRow } from './run-row.ts';

const tenantRow = z.object({
  no: z.number(),
  current_sync: z.number(),
  reads_hidden: z.number(),
});

const streamRow = z.object({
  stream: z.enum(syncStreams),
  next_link: z.string().nullable(),
  delta_link: z.string().nullable(),
  listed: z.number(),
  done: z.number(),
  problem: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : readKeptProblem(text))),
  failures: z.number(),
});
const deltaRow = z.object({ stream: z.enum(syncStreams), link: z.string(), taken_at: z.number() });

/** Times in a row that a link may fail before it is dropped. */
const mostFailures = 2;

/** A sync's row as the engine knows it. */
export function recordOf(row: RunRow): SyncRecord {
  return {
    no: row.no,
    id: row.id,
    tenantId: row.tenant_id,
    mode: row.mode,
    state: row.state,
    phase: row.phase,
    startedAt: row.started_at,
    touchedAt: row.touched_at,
    finishedAt: row.finished_at,
    counts: {
      users: row.users,
      groups: row.groups,
      memberships: row.memberships,
      devices: row.devices,
      contacts: row.contacts,
    },
    requests: row.requests,
    expected:
      row.expected_users === null || row.expected_groups === null
        ? null
        : { users: row.expected_users, groups: row.expected_groups },
    membershipsBy: row.memberships_by,
    gaps: row.gaps === null ? null : syncGaps.parse(JSON.parse(row.gaps)),
    problem: row.problem === null ? null : readKeptProblem(row.problem),
  };
}

/** The rows that say how far a sync has come. */
export function createRunQueries(database: Database) {
  const addTenant = database.prepare('INSERT OR IGNORE INTO tenant (tenant_id) VALUES (?)');
  const getTenant = database.prepare(
    'SELECT no, current_sync, reads_hidden FROM tenant WHERE tenant_id = ?',
  );
  const selectRun = 'SELECT r.*, t.tenant_id FROM sync_run r JOIN tenant t ON t.no = r.tenant_no';
  const getRun = database.prepare(`${selectRun} WHERE r.no = ?`);
  const lastRun = database.prepare(`${selectRun} WHERE t.tenant_id = ? ORDER BY r.no DESC LIMIT 1`);
  const lastRuns = database.prepare(
    `${selectRun} WHERE r.no = (SELECT max(no) FROM sync_run WHERE tenant_no = t.no)`,
  );
  const addRun = database.prepare(
    `INSERT INTO sync_run (no, id, tenant_no, mode, state, phase, started_at, touched_at, requests, reads_hidden,
       indexed_person, indexed_grp)
     SELECT max(coalesce(max(no), 0), ?) + 1, ?, ?, ?, 'running', 'users', ?, ?, ?, ?, ?, ? FROM sync_run`,
  );
  const dropRun = database.prepare('DELETE FROM sync_run WHERE no = ?');
  const reopenRun = database.prepare(
    `UPDATE sync_run SET state = 'running', problem = NULL, finished_at = NULL, touched_at = ? WHERE no = ?`,
  );
  const askSkippedAgain = database.prepare(
    'UPDATE sync_stream SET done = 0, problem = NULL WHERE sync_no = ? AND problem IS NOT NULL',
  );
  const endRun = database.prepare(
    'UPDATE sync_run SET state = ?, problem = ?, finished_at = ?, touched_at = ? WHERE no = ?',
  );
  const countPage = database.prepare(
    `UPDATE sync_run SET users = users + ?, groups = groups + ?, memberships = memberships + ?,
       devices = devices + ?, contacts = contacts + ?, requests = requests + 1, touched_at = ?, phase = ?
     WHERE no = ?`,
  );
  const setPhase = database.prepare('UPDATE sync_run SET phase = ? WHERE no = ?');
  const addStream = database.prepare(
    'INSERT INTO sync_stream (sync_no, stream, next_link) VALUES (?, ?, ?)',
  );
  const passStream = database.prepare(
    `UPDATE sync_stream SET next_link = ?, delta_link = coalesce(?, delta_link), done = ?, failures = 0
     WHERE sync_no = ? AND stream = ?`,
  );
  const failLink = database.prepare(
    'UPDATE sync_stream SET failures = failures + 1 WHERE sync_no = ? AND stream = ?',
  );
  const dropLinks = database.prepare('DELETE FROM sync_stream WHERE sync_no = ?');
  const skipStream = database.prepare(
    'UPDATE sync_stream SET done = 1, problem = ? WHERE sync_no = ? AND stream = ?',
  );
  const listStream = database.prepare(
    'UPDATE sync_stream SET listed = 1, next_link = NULL, delta_link = ?, done = 0 WHERE sync_no = ? AND stream = ?',
  );
  const listUsers = database.prepare('UPDATE sync_run SET users = 0 WHERE no = ?');
  const listGroups = database.prepare(
    `UPDATE sync_run SET memberships_by = 'lists', groups = 0, memberships = 0 WHERE no = ?`,
  );
  const countLists = database.prepare(
    `UPDATE sync_run SET groups = groups + ?, memberships = memberships + ?, requests = requests + 1,
       touched_at = ? WHERE no = ?`,
  );
  const expect = database.prepare(
    'UPDATE sync_run SET expected_users = ?, expected_groups = ? WHERE no = ?',
  );
  const setBeganThere = database.prepare(
    `UPDATE sync_run SET began_there = $at WHERE no = $no
       AND (began_there IS NULL OR began_there > $at)`,
  );
  const setGaps = database.prepare('UPDATE sync_run SET gaps = ? WHERE no = ?');
  const met = (table: 'person' | 'grp') =>
    database
      .prepare(
        `SELECT count(*) FROM ${table}
         WHERE row BETWEEN ? AND ? AND removed_in = ${live} AND seen_in = ?`,
      )
      .pluck();
  const metPeople = met('person');
  const metGroups = met('grp');
  const setChanges = database.prepare('UPDATE sync_run SET changes = ? WHERE no = ?');
  const lastShown = database
    .prepare(
      `SELECT coalesce(r.began_there, r.started_at) FROM tenant t CROSS JOIN sync_run r ON r.no = t.current_sync
       WHERE t.no = $tenant AND EXISTS (SELECT 1 FROM group_size s
         WHERE s.tenant_no = $tenant AND s.removed_in = ${live} AND s.listed = 1)`,
    )
    .pluck();
  const getStreams = database.prepare('SELECT * FROM sync_stream WHERE sync_no = ?');
  const getDeltas = database.prepare(
    'SELECT stream, link, taken_at FROM delta_link WHERE tenant_no = ?',
  );
  const putDelta = database.prepare(
    `INSERT INTO delta_link (tenant_no, stream, link, taken_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (tenant_no, stream) DO UPDATE SET link = excluded.link, taken_at = excluded.taken_at`,
  );
  const dropDeltas = database.prepare('DELETE FROM delta_link WHERE tenant_no = ?');

  const last = (table: string) =>
    database.prepare(`SELECT max(row) FROM ${table} WHERE row BETWEEN ? AND ?`).pluck();
  const lastPerson = last('person');
  const lastGroup = last('grp');
  const lastRow = (statement: Statement, tenantNo: number): number => {
    const [first, end] = rowRange(tenantNo);
    return Number(statement.get(first, end) ?? first);
  };
  const streamsOf = (no: number) => z.array(streamRow).parse(getStreams.all(no));
  const hasFailedLink = (no: number): boolean =>
    streamsOf(no).some(({ failures }) => failures >= mostFailures);
  const optional = (row: unknown): RunRow | null => (row === undefined ? null : runRow.parse(row));
  return {
    tenant(tenantId: string) {
      addTenant.run(tenantId);
      return tenantRow.parse(getTenant.get(tenantId));
    },
    knownTenant(tenantId: string) {
      const row = getTenant.get(tenantId);
      return row === undefined ? null : tenantRow.parse(row);
    },
    get: (no: number): RunRow => runRow.parse(getRun.get(no)),
    last: (tenantId: string): RunRow | null => optional(lastRun.get(tenantId)),
    lasts: (): RunRow[] => z.array(runRow).parse(lastRuns.all()),
    /** `above`: the new run's number is higher. */
    add(run: {
      readonly above: number;
      readonly id: string;
      readonly tenantNo: number;
      readonly mode: 'full' | 'delta';
      readonly startedAt: Millis;
      readonly at: Millis;
      readonly requests: number;
      readonly readsHidden: boolean;
      readonly streams: ReadonlyMap<SyncStream, string | null>;
    }): RunRow {
      const no = Number(
        addRun.run(
          run.above,
          run.id,
          run.tenantNo,
          run.mode,
          run.startedAt,
          run.at,
          run.requests,
          Number(run.readsHidden),
          lastRow(lastPerson, run.tenantNo),
          lastRow(lastGroup, run.tenantNo),
        ).lastInsertRowid,
      );
      for (const [stream, link] of run.streams) addStream.run(no, stream, link);
      return runRow.parse(getRun.get(no));
    },
    drop: (no: number) => void dropRun.run(no),
    /** Continues a run that ended early; what it could not read then is asked for again. */
    reopen(no: number, at: Millis) {
      reopenRun.run(at, no);
      askSkippedAgain.run(no);
    },
    end(no: number, state: RunRow['state'], why: Problem | null, at: Millis) {
      endRun.run(state, why === null ? null : JSON.stringify(why), at, at, no);
    },
    phase: (no: number, phase: RunRow['phase']) => void setPhase.run(phase, no),
    /** Counts a page that was written, and keeps the place where to go on. */
    pass(
      run: OpenRun,
      stream: SyncStream,
      links: { readonly nextLink: string | null; readonly deltaLink: string | null },
      counts: PageCounts,
      at: Millis,
    ) {
      const { people, groups, memberships, things } = counts;
      const devices = stream === 'devices' ? things : 0;
      const contacts = stream === 'contacts' ? things : 0;
      countPage.run(people, groups, memberships, devices, contacts, at, stream, run.no);
      passStream.run(
        links.nextLink,
        links.deltaLink,
        Number(links.nextLink === null),
        run.no,
        stream,
      );
    },
    /** The stream is a list from here on; its delta link is kept before anything else is done. */
    toList(no: number, stream: 'users' | 'groups', deltaLink: string) {
      listStream.run(deltaLink, no, stream);
      (stream === 'users' ? listUsers : listGroups).run(no);
    },
    /** Counts a batch of lists that was written. */
    passLists: (no: number, { groups, memberships }: PageCounts, at: Millis) =>
      void countLists.run(groups, memberships, at, no),
    expect: (no: number, users: number, groups: number) => void expect.run(users, groups, no),
    /** What a sync changed against the one before it. */
    changes: (no: number, summary: ChangeSummary) =>
      void setChanges.run(JSON.stringify(summary), no),
    gaps: (no: number, gaps: SyncGaps | null) =>
      void setGaps.run(gaps === null ? null : JSON.stringify(gaps), no),
    /** How many users and groups this sync has met; it goes through all rows. */
    met(run: Pick<OpenRun, 'no' | 'tenantNo'>) {
      const [first, last] = rowRange(run.tenantNo);
      return {
        users: Number(metPeople.get(first, last, run.no)),
        groups: Number(metGroups.get(first, last, run.no)),
      };
    },
    /** Keeps the earliest time of the service's that this sync has heard of. */
    beganThere: (no: number, at: Millis) => void setBeganThere.run({ no, at }),
    /** When the shown sync began by the service's clock, if members of some of its groups came from lists. */
    listsReadAt: (tenantNo: number): Millis | null =>
      z
        .number()
        .nullable()
        .parse(lastShown.get({ tenant: tenantNo }) ?? null),
    addStream: (no: number, stream: SyncStream) => void addStream.run(no, stream, null),
    skip(no: number, stream: SyncStream, why: Problem) {
      skipStream.run(JSON.stringify(why), no, stream);
    },
    streams: streamsOf,
    linkFailed: (no: number, stream: SyncStream) => void failLink.run(no, stream),
    dropLinks: (no: number) => void dropLinks.run(no),
    /** A link of this sync failed so often that no other may begin with it. */
    hasFailedLink,
    /** A later sync may go on where this one stopped. */
    mayGoOn: (no: number): boolean => streamsOf(no).length > 0 && !hasFailedLink(no),
    /** The streams as a sync goes about them. */
    states(no: number): StreamState[] {
      const rows = streamsOf(no);
      return syncStreams.flatMap((stream) => {
        const row = rows.find((candidate) => candidate.stream === stream);
        return row
          ? [
              {
                stream,
                link: row.next_link,
                done: row.done === 1,
                listed: row.listed === 1,
              },
            ]
          : [];
      });
    },
    deltas: (tenantNo: number) => z.array(deltaRow).parse(getDeltas.all(tenantNo)),
    putDelta: (tenantNo: number, stream: SyncStream, link: string, at: Millis) =>
      void putDelta.run(tenantNo, stream, link, at),
    dropDeltas: (tenantNo: number) => void dropDeltas.run(tenantNo),
  };
}
export type RunQueries = ReturnType<typeof createRunQueries>;
