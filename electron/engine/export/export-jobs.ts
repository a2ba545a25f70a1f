import { EventPublisher } from '@orpc/server';
import type { ExportJob } from '../../contract/export.ts';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { Clock, ExportFiles, Log, Random } from '../kernel/ports.ts';
import { runExport } from './export-job.ts';
import type { MadeFile } from './made-file.ts';

/** How many ended exports can still be watched. */
const mostKept = 50;

interface Running {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/** A file to write. */
interface LaunchedFile extends MadeFile, Pick<ExportJob, 'totalRows'> {
  /** Runs when the complete file has its final name. */
  readonly afterCommit: () => Promise<void>;
}

/** The running exports, and the last ones that ended. */
export interface ExportJobs {
  /** Asks the host for the file's location and writes the file there; a later failure ends the job. */
  launch(file: LaunchedFile): ExportJob;
  /** Reports progress until the end. Errors: `export.unknown`. */
  watch(exportId: string, signal?: AbortSignal): AsyncGenerator<ExportJob>;
  /** Resolves when the partial file has been removed; false if the export had already ended. */
  cancel(exportId: string): Promise<boolean>;
  /** Cancels all running exports. */
  close(): Promise<void>;
}

export function createExportJobs(ports: {
  readonly files: ExportFiles;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}): ExportJobs {
  const { files, clock, random, log } = ports;
  const jobs = new Map<string, ExportJob>();
  const running = new Map<string, Running>();
  const reports = new EventPublisher<Record<string, ExportJob>>({ maxBufferedEvents: 1 });

  const keep = (job: ExportJob): void => {
    jobs.set(job.id, job);
    const ended = [...jobs.keys()].filter((id) => !running.has(id));
    for (const id of ended.slice(0, -mostKept)) jobs.delete(id);
    reports.publish(job.id, job);
  };

  return {
    launch(file) {
      const { name, mediaType, format, totalRows, bytes, afterCommit, isEmpty = false } = file;
      const stop = new AbortController();
      const place = files.choose({ name, mediaType, isEmpty }, stop.signal);
      const job: ExportJob = {
        id: random.guid(),
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
        await file.record(ended).catch(() => log.error('export.notRecorded'));
        running.delete(job.id);
        keep(ended);
      });
      running.set(job.id, { stop, done });
      keep(job);
      return job;
    },
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
