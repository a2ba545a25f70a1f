import type { Allowed } from './findings.ts';

/** The right uses of words that a rule forbids; fewer than twenty, each with its reason. */
export const allowed: readonly Allowed[] = [];
