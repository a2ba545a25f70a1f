import type { Problem } from '../../electron/contract/problem.ts';
import type { SavedFile } from '../../electron/contract/replacement.ts';
import { useAction } from '../client/use-action.ts';

/** A file that the host writes, or the browser downloads. */
export interface FileSaving<Input> {
  readonly save: (input: Input) => void;
  readonly running: boolean;
  readonly problem: Problem | null;
  /** Where the host wrote it; null before, and if a browser downloads it. */
  readonly path: string | null;
  /** Whether a browser was asked to download it. */
  readonly taken: boolean;
  /** Clears the result of the last save. */
  readonly forget: () => void;
}

/** Saves a file at a press; in the web host the browser downloads it automatically. */
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
  // While the next file is being created, the last result is hidden.
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
