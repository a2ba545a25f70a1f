import { z } from 'zod';
import { groupRow } from './directory.ts';
import { guid, tenantId } from './ids.ts';

/** One step of a way from a person to a group: a group's id and name. */
export const pathStep = z.object({ id: guid, displayName: z.string() });
export type PathStep = z.infer<typeof pathStep>;

export const pathsQuery = z.object({
  tenantId,
  personId: guid,
  groupId: guid,
  /** At most so many ways are told. */
  limit: z.number().int().min(1).max(200).default(50),
});
export type PathsQuery = z.input<typeof pathsQuery>;

/**
 * Every way from a person to a group, the shortest first, no group twice in one way; the group
 * itself is the last step. `more`: there are further ways than the limit.
 */
export const paths = z.object({ paths: z.array(z.array(pathStep)), more: z.boolean() });
export type Paths = z.infer<typeof paths>;

export const nestingQuery = z.object({ tenantId, groupId: guid });
export type NestingQuery = z.input<typeof nestingQuery>;

/**
 * The groups around one group: those that it is in (above) and those that are in it (below), to
 * every depth, cycles included. `level` is the shortest distance: negative above, 0 the group
 * itself, positive below; a group of a cycle has the level of the shorter way, above where both
 * are as short. An edge leads from a
 * group to one of its direct member groups. `more`: there are further groups than the picture holds.
 */
export const nesting = z.object({
  nodes: z.array(z.object({ group: groupRow, level: z.number().int() })),
  edges: z.array(z.object({ from: guid, to: guid })),
  more: z.boolean(),
});
export type Nesting = z.infer<typeof nesting>;
