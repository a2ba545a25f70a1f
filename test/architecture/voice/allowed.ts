import type { Allowed } from './findings.ts';

/** The right uses of forbidden words; fewer than twenty, each with its reason. */
export const allowed: readonly Allowed[] = [];
