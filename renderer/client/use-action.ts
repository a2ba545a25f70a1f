import { useMutation } from '@tanstack/react-query';
import type { Problem } from '../../electron/contract/problem.ts';
import { problemFrom } from './problem-from.ts';

/** Something that a button does: whether it runs, what went wrong, and how to start it. */
export interface Action<Input, Output> {
  readonly run: (input: Input) => void;
  readonly running: boolean;
  readonly problem: Problem | null;
  readonly result: Output | undefined;
  readonly reset: () => void;
}

/**
 * Runs one call of the engine at a press; its failure is kept to be shown beside the button. `key` lets others
 * know that it runs.
 */
export function useAction<Input, Output>(
  call: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
  key?: readonly unknown[],
): Action<Input, Output> {
  const mutation = useMutation({
    mutationFn: call,
    ...(key !== undefined && { mutationKey: key }),
    networkMode: 'always',
    onSuccess: (output, input) => onDone?.(output, input),
  });
  return {
    run: mutation.mutate,
    running: mutation.isPending,
    problem: mutation.error === null ? null : problemFrom(mutation.error),
    result: mutation.data,
    reset: mutation.reset,
  };
}
