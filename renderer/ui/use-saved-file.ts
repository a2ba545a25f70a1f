import type { Problem } from '../../electron/contract/problem.ts';
import type { SavedFile } from '../../electron/contract/replacement.ts';
import { useAction } from '../client/use-action.ts';

/** A file that the host writes, or the browser takes. */
export interface FileSaving<Input> {
  readonly save: (input: Input) => void;
  readonly running: boolean;
  readonly problem: Problem | null;
  /** Where the host wrote it; null before, and where a browser took it. */
  readonly path: string | null;
  /** Whether a browser was asked to take it. */
  readonly taken: boolean;
  /** Says nothing any more of what was saved. */
  readonly forget: () => void;
}

/** Has a file saved at a press; in the web host the browser takes it by itself. */
export function useSavedFile<Input = void>(
  call: (input: Input) => Promise<SavedFile>,
): FileSaving<Input> {
  const action = useAction(call, ({ download }) => {
    if (download === null) return;
    const link = document.createElement('a');
    link.href = download;
    link.download = '';
    link.click();
  });
  // While the next one is made, nothing is said of the last.
  const result = action.running ? undefined : action.result;
  return {
    save: (input) => action.run(input),
    running: action.running,
    problem: action.problem,
    path: result?.path ?? null,
    taken: result != null && result.download !== null,
    forget: action.reset,
  };
}
