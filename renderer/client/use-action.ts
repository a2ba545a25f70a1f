import { useMutation } from '@tanstack/react-query';
import type { Problem } from '../../electron/contract/problem.ts';
import { problemFrom } from './problem-from.ts';

/** A button's action: whether it runs, what went wrong, and how to start it. */
export interface Action<Input, Output> {
  readonly run: (input: Input) => void;
  readonly running: boolean;
  readonly problem: Problem | null;
  readonly result: Output | undefined;
  readonly reset: () => void;
}

/**
 * Runs one engine call at a press; its failure is stored for display beside the button. `key` shows others
 * that it runs.
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
