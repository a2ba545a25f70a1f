import { useEffect, useRef, useState } from 'react';
import type { ExportJob, NewExport } from '../../electron/contract/export.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { useEngine } from '../client/engine-context.tsx';
import { problemFrom } from '../client/problem-from.ts';
import { useAction } from '../client/use-action.ts';

/** One export as a screen follows it: from the press to the file, or to the reason for its failure. */
export interface FollowedExport<Wanted = NewExport> {
  /** Null before an export was started. */
  readonly job: ExportJob | null;
  readonly starting: boolean;
  /** Why it was not started, or why it failed. */
  readonly problem: Problem | null;
  readonly start: (wanted: Wanted) => void;
  readonly cancel: () => void;
  /** Discards the job, to start over. */
  readonly reset: () => void;
}

/** Whether the job is still writing its file. */
export function isOpen(job: ExportJob | null): boolean {
  return job?.state === 'choosing' || job?.state === 'running';
}

/**
 * Starts an export and follows it to its end. In the web host the browser downloads the file automatically.
 */
export function useExport(): FollowedExport {
  const engine = useEngine();
  return useFollowedExport((wanted: NewExport) => engine.exports.start(wanted));
}

/** The same for any call that starts writing a file. */
export function useFollowedExport<Wanted>(
  startCall: (wanted: Wanted) => Promise<ExportJob>,
): FollowedExport<Wanted> {
  const engine = useEngine();
  const [job, setJob] = useState<ExportJob | null>(null);
  const [lost, setLost] = useState<Problem | null>(null);
  const taken = useRef<string>(null);
  const start = useAction(startCall, setJob);
  const cancel = useAction((exportId: string) => engine.exports.cancel({ exportId }));
  const exportId = isOpen(job) ? job?.id : undefined;

  useEffect(() => {
    if (exportId === undefined) return undefined;
    const stop = new AbortController();
    const follow = async () => {
      const progress = await engine.exports.watch({ exportId }, { signal: stop.signal });
      for await (const seen of progress) setJob(seen);
    };
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted) setLost(problemFrom(error));
    });
    return () => stop.abort();
  }, [engine, exportId]);

  useEffect(() => {
    if (job === null || job.download === null || taken.current === job.id) return;
    taken.current = job.id;
    takeFile(job.download, job.fileName);
  }, [job]);

  return {
    job,
    starting: start.running,
    problem: lost ?? job?.problem ?? start.problem,
    start: (wanted) => {
      setLost(null);
      start.run(wanted);
    },
    cancel: () => exportId !== undefined && cancel.run(exportId),
    reset: () => {
      setLost(null);
      start.reset();
      setJob(null);
    },
  };
}

/** Makes the browser download an address of this host; the page stays. */
function takeFile(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
}
