import type { Problem } from '../../../electron/contract/problem.ts';
import { useAction } from '../../client/use-action.ts';

/** A file that the host writes, or the browser takes. */
export interface SavedFile {
  readonly save: () => void;
  readonly running: boolean;
  readonly problem: Problem | null;
  /** Where the host wrote it; null before, and where a browser took it. */
  readonly path: string | null;
}

/** Has a file saved at a press; in the web host the browser takes it by itself. */
export function useSavedFile(
  call: () => Promise<{ readonly download: string | null; readonly path: string | null }>,
): SavedFile {
  const action = useAction(call, ({ download }) => {
    if (download === null) return;
    const link = document.createElement('a');
    link.href = download;
    link.download = '';
    link.click();
  });
  return {
    save: () => action.run(undefined),
    running: action.running,
    problem: action.problem,
    path: action.result?.path ?? null,
  };
}
