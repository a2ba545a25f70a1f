import { z } from 'zod';
import { dataAge, groupRow, personRow } from './directory.ts';
import { guid, instant, tenantId } from './ids.ts';

/**
 * Why a policy cannot rely on a group, or what to know before it does: `gone` since it was marked;
 * `empty` of people; `hidden` membership; `onlyNested`: people only through nested groups;
 * `dynamicPaused`; `distribution` list; `guests` or `disabledPeople` among its people; `sameName`:
 * another group of the customer has its name; `incomplete`: its list can be short.
 */
export const policyFinding = z.object({
  kind: z.enum([
    'gone',
    'empty',
    'hidden',
    'onlyNested',
    'dynamicPaused',
    'distribution',
    'guests',
    'disabledPeople',
    'sameName',
    'incomplete',
  ]),
  /** The number of people or groups concerned, if it can be counted. */
  count: z.number().int().nullable(),
});
export type PolicyFinding = z.infer<typeof policyFinding>;

/** A group used by the product's policies. */
export const policyGroup = z.object({
  groupId: guid,
  /** The name in the last sync, else as it was when the group was marked. */
  displayName: z.string(),
  /** The name of the policy that uses it, as the technician entered it. */
  label: z.string(),
  markedAt: instant,
  /** Null when the group is not in the last sync, or the customer was never synced. */
  group: groupRow.nullable(),
  /** People including nested groups, each once. */
  people: z.number().int(),
  findings: z.array(policyFinding),
});
export type PolicyGroup = z.infer<typeof policyGroup>;

export const policyOverview = z.object({
  groups: z.array(policyGroup),
  /** People in at least one of the groups, in none of them, in more than one. */
  people: z.object({
    inOne: z.number().int(),
    inNone: z.number().int(),
    inSeveral: z.number().int(),
  }),
  age: dataAge,
  lastHandOver: z.object({ at: instant, ticket: z.string().nullable() }).nullable(),
});
export type PolicyOverview = z.infer<typeof policyOverview>;

export const policyMark = z.object({
  tenantId,
  groupId: guid,
  label: z.string().trim().min(1).max(120),
});
export type PolicyMark = z.input<typeof policyMark>;

export const coverageQuery = z.object({
  tenantId,
  /** People in none of the marked groups, or in more than one. */
  coverage: z.enum(['none', 'several']),
  search: z.string().max(200).default(''),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export type CoverageQuery = z.input<typeof coverageQuery>;

export const coverageWindow = z.object({
  total: z.number().int(),
  rows: z.array(
    z.object({
      person: personRow,
      groups: z.array(z.object({ id: guid, displayName: z.string(), label: z.string() })),
    }),
  ),
});
export type CoverageWindow = z.infer<typeof coverageWindow>;

const personName = z.object({
  id: guid,
  userPrincipalName: z.string().nullable(),
  displayName: z.string().nullable(),
});

export const sinceQuery = z.object({
  tenantId,
  /** The maximum number of people named for each group and side; all are counted. */
  limit: z.number().int().min(0).max(100_000).default(200),
});
export type SinceQuery = z.input<typeof sinceQuery>;

/**
 * The differences between the marked groups now and the last hand-over; null when there was none.
 *
 * `change` of a group: `marked` or `unmarked` since; `gone` from the tenant; `renamed`: the group or
 * its label (its people can differ too); `people`: only its people differ; `same`.
 */
export const sinceHandOver = z.object({
  at: instant,
  groups: z.array(
    z.object({
      id: guid,
      displayName: z.string(),
      label: z.string(),
      change: z.enum(['marked', 'unmarked', 'gone', 'renamed', 'people', 'same']),
      added: z.number().int(),
      removed: z.number().int(),
      peopleAdded: z.array(personName),
      peopleRemoved: z.array(personName),
    }),
  ),
});
export type SinceHandOver = z.infer<typeof sinceHandOver>;
