import { EventPublisher } from '@orpc/server';
import type { ExportJob } from '../../contract/export.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { Tickets } from '../kernel/activity/tickets.ts';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { Clock, ExportFiles, Log, Random } from '../kernel/ports.ts';
import { tenantName } from '../tenants/tenant-name.ts';
import { tenantsOf, wordOf } from './contents.ts';
import { runExport } from './export-job.ts';
import { fileName } from './file-name.ts';
import { openExport } from './open-export.ts';
import type { ParsedExport } from './open-export.ts';
import type { ExportSources } from './sources.ts';

/** Writes what is in the cache into files. */
export interface Exports {
  /**
   * Starts an export and asks the host where it goes; what fails later ends the job.
   *
   * Errors: `export.formatImpossible`, `export.neverSynced`, `tenant.unknown`, `group.unknown`,
   * `person.unknown`, `comparison.syncGone`, `policy.nothingMarked`, `policy.notSynced`.
   */
  start(asked: ParsedExport): Promise<ExportJob>;
  /** Writes a file that another room makes; it is watched and cancelled like an export. */
  write(file: MadeFile): ExportJob;
  /** Progress to the end. Errors: `export.unknown`. */
  watch(exportId: string, signal?: AbortSignal): AsyncGenerator<ExportJob>;
  /** False when it has ended. Resolves when nothing of the file is left. */
  cancel(exportId: string): Promise<boolean>;
  /** Cancels what runs. */
  close(): Promise<void>;
}

/** A file that another room makes. */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly format: ExportJob['format'];
  /** It holds nothing that is worth keeping. */
  readonly isEmpty?: boolean;
  /** Makes the bytes; `counted` hears of rows. */
  readonly bytes: (counted: (rows: number) => void) => AsyncIterable<Uint8Array>;
  /** Keeps what became of it, however it ended. */
  readonly record: (ended: ExportJob) => Promise<void>;
}

interface Running {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/** The customer that an export is about; null where it is about several. */
function onlyTenantOf({ content }: ParsedExport): string | null {
  const [only = null, other] = tenantsOf(content) ?? [];
  return other === undefined ? only : null;
}

/** Ended exports that can still be watched. */
const mostKept = 50;

/** Makes the exports' service. */
export function createExports(ports: {
  readonly sources: ExportSources;
  readonly files: ExportFiles;
  readonly activity: Activity;
  readonly tickets: Pick<Tickets, 'now'>;
  readonly practice: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}): Exports {
  const { sources, clock, practice } = ports;
  const jobs = new Map<string, ExportJob>();
  const running = new Map<string, Running>();
  const reports = new EventPublisher<Record<string, ExportJob>>({ maxBufferedEvents: 1 });

  const keep = (job: ExportJob): void => {
    jobs.set(job.id, job);
    const ended = [...jobs.keys()].filter((id) => !running.has(id));
    for (const id of ended.slice(0, -mostKept)) jobs.delete(id);
    reports.publish(job.id, job);
  };

  async function nameFor(asked: ParsedExport, extension: string): Promise<string> {
    const id = onlyTenantOf(asked);
    const only = id === null ? null : await sources.tenants.get(id);
    return fileName({
      practice,
      customer: only && (only.primaryDomain ?? tenantName(only)),
      what: wordOf(asked.content),
      at: clock.now(),
      ticket: asked.ticket,
      extension,
    });
  }

  async function record(asked: ParsedExport, job: ExportJob): Promise<void> {
    await ports.activity.record({
      action: 'exported',
      tenantId: onlyTenantOf(asked),
      ticket: asked.ticket ?? null,
      result: job.state,
      params: {
        content: asked.content.kind,
        format: asked.format,
        rows: job.rows,
        fileName: job.fileName,
      },
      problem: job.problem,
    });
  }

  function launch(
    file: MadeFile & Pick<ExportJob, 'totalRows'> & { readonly afterCommit: () => Promise<void> },
  ): ExportJob {
    const { name, mediaType, format, totalRows, bytes, afterCommit, isEmpty = false } = file;
    const stop = new AbortController();
    const place = ports.files.choose({ name, mediaType, isEmpty }, stop.signal);
    const job: ExportJob = {
      id: ports.random.guid(),
      state: 'choosing',
      fileName: name,
      format,
      rows: 0,
      totalRows,
      startedAt: new Date(clock.now()).toISOString(),
      finishedAt: null,
      savedAs: null,
      download: place.download,
      problem: null,
    };
    const work = { place, bytes, afterCommit, report: keep };
    const done = runExport(ports, job, work, stop.signal).then(async (ended) => {
      await file.record(ended).catch(() => ports.log.error('export.notRecorded'));
      running.delete(job.id);
      keep(ended);
    });
    running.set(job.id, { stop, done });
    keep(job);
    return job;
  }

  return {
    async start(wanted) {
      const ticket = wanted.ticket ?? (await ports.tickets.now(onlyTenantOf(wanted)));
      const asked = { ...wanted, ticket: ticket === null || ticket === '' ? undefined : ticket };
      const opened = await openExport(sources, asked, practice);
      return launch({
        ...opened,
        name: await nameFor(asked, opened.extension),
        format: asked.format,
        // Of the other contents an export of nothing is an answer; of the activity it is a lost ledger.
        isEmpty: asked.content.kind === 'activity' && opened.totalRows === 0,
        record: (ended) => record(asked, ended),
      });
    },
    write: (file) => launch({ ...file, totalRows: null, afterCommit: () => Promise.resolve() }),
    async *watch(exportId, signal) {
      const latest = jobs.get(exportId);
      if (!latest) throw new EvergrantError('export.unknown');
      const updates = reports.subscribe(exportId, { signal });
      try {
        yield latest;
        if (latest.finishedAt !== null) return;
        for await (const job of updates) {
          yield job;
          if (job.finishedAt !== null) return;
        }
      } finally {
        await updates.return(undefined);
      }
    },
    async cancel(exportId) {
      const found = running.get(exportId);
      found?.stop.abort(new CancelledError());
      await found?.done;
      return found !== undefined;
    },
    async close() {
      const all = [...running.values()];
      for (const { stop } of all) stop.abort(new CancelledError());
      await Promise.all(all.map(({ done }) => done));
    },
  };
}
