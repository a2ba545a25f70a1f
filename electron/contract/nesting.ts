import { z } from 'zod';
import { groupRow } from './directory.ts';
import { guid, tenantId } from './ids.ts';

/** One step of a path from a person to a group: a group's ID and name. */
export const pathStep = z.object({ id: guid, displayName: z.string() });
export type PathStep = z.infer<typeof pathStep>;

export const pathsQuery = z.object({
  tenantId,
  personId: guid,
  groupId: guid,
  /** The maximum number of paths to return. */
  limit: z.number().int().min(1).max(200).default(50),
});
export type PathsQuery = z.input<typeof pathsQuery>;

/**
 * Every path from a person to a group, shortest first, with no group twice in a path; the group
 * itself is the last step. `more`: there are more paths than the limit.
 */
export const paths = z.object({ paths: z.array(z.array(pathStep)), more: z.boolean() });
export type Paths = z.infer<typeof paths>;

export const nestingQuery = z.object({ tenantId, groupId: guid });
export type NestingQuery = z.input<typeof nestingQuery>;

/**
 * The groups around one group: those that contain it (above) and those that it contains (below), at
 * every depth, including cycles. `level` is the shortest distance: negative above, 0 the group
 * itself, positive below; a group in a cycle has the level of its shorter path, above if both are
 * equal. An edge goes from a group to one of its direct member groups. `more`: there are more groups
 * than the limit.
 */
export const nesting = z.object({
  nodes: z.array(z.object({ group: groupRow, level: z.number().int() })),
  edges: z.array(z.object({ from: guid, to: guid })),
  more: z.boolean(),
});
export type Nesting = z.infer<typeof nesting>;
