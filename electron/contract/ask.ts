import { oc } from '@orpc/contract';
import { problem } from './problem.ts';

/**
 * Every procedure can end with `EVERGRANT`: an expected failure, as a code and parameters. Any other
 * error is a bug and contains only `INTERNAL_SERVER_ERROR`.
 */
export const ask = oc.errors({ EVERGRANT: { data: problem } });
