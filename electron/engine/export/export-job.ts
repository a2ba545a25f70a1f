import type { ExportJob } from '../../contract/export.ts';
import { CancelledError, EvergrantError, problemOf } from '../errors/evergrant-error.ts';
import type { Clock, ExportPlace, ExportSink, Log, Millis } from '../kernel/ports.ts';

/** Progress is reported at most this often; the end is reported immediately. */
const pauseMs: Millis = 200;

/**
 * Runs one export, from the choice of its location to its end. Never rejects: the last report has the result.
 */
export async function runExport(
  ports: { readonly clock: Clock; readonly log: Log },
  first: ExportJob,
  work: {
    readonly place: ExportPlace;
    /** Produces the bytes; calls `counted` for rows. */
    readonly bytes: (counted: (rows: number) => void) => AsyncIterable<Uint8Array>;
    /** Runs when the complete file has its final name. */
    readonly afterCommit: () => Promise<void>;
    readonly report: (job: ExportJob) => void;
  },
  signal: AbortSignal,
): Promise<ExportJob> {
  const { clock } = ports;
  let job = first;
  let sink: ExportSink | null = null;
  const end = (state: ExportJob['state'], more: Partial<ExportJob> = {}): ExportJob => ({
    ...job,
    state,
    download: null,
    finishedAt: new Date(clock.now()).toISOString(),
    ...more,
  });
  try {
    sink = await openedOrAborted(work.place, signal);
    if (sink === null) return end('cancelled');
    job = { ...job, state: 'running', download: null };
    work.report(job);
    let reportedAt = clock.now();
    const counted = (rows: number): void => {
      job = { ...job, rows: job.rows + rows };
      if (clock.now() - reportedAt < pauseMs) return;
      reportedAt = clock.now();
      work.report(job);
    };
    for await (const chunk of work.bytes(counted)) {
      signal.throwIfAborted();
      await sink.write(chunk);
    }
    signal.throwIfAborted();
    const savedAs = await sink.commit();
    // The file is complete, whatever happens now: a problem is reported in addition.
    const problem = await work.afterCommit().then(() => null, problemOf);
    return end('finished', { savedAs, problem });
  } catch (error) {
    await sink?.abort().catch(() => undefined);
    if (error instanceof CancelledError || signal.aborted) return end('cancelled');
    if (!(error instanceof EvergrantError)) {
      const name = error instanceof Error ? error.name : 'unknown';
      ports.log.error('export.bug', { name });
    }
    return end('failed', { problem: problemOf(error) });
  }
}

/** Waits for the host. If the person answers after the export was canceled, the file is discarded. */
async function openedOrAborted(
  { opened }: ExportPlace,
  signal: AbortSignal,
): Promise<ExportSink | null> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const listen = (): void => reject(signal.reason);
  signal.addEventListener('abort', listen, { once: true });
  try {
    return await Promise.race([opened, aborted]);
  } catch (error) {
    opened.then((late) => late?.abort()).catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener('abort', listen);
  }
}
