import { z } from 'zod';
import { testResult } from './grant.ts';
import { guid, instant, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** The doctor's verdict: always exactly one of these. */
export const verdictKind = z.enum([
  'nothingToDo',
  'labelRefreshed',
  'notGranted',
  'incomplete',
  'principalDisabled',
  'applicationDeactivated',
  'assignmentRequired',
  'consentByOneUserOnly',
  'mayWrite',
  'extraReadingPermission',
  'propagating',
  'signInRule',
  'credentialFault',
  'clock',
  'tenantBlocked',
  'grantAgain',
  'reset',
  'couldNotTell',
]);
export type VerdictKind = z.infer<typeof verdictKind>;

/** A tenant's domains from a read, with its time. */
export const domainsSeen = z.object({
  primary: z.string(),
  initial: z.string().nullable(),
  verified: z.array(z.string()),
  /** Null: only the name is known. */
  at: instant.nullable(),
});
export type DomainsSeen = z.infer<typeof domainsSeen>;

/** A domain and its current tenant, looked up without sign-in. */
export const domainLookUp = z.object({
  domain: z.string(),
  /**
   * `before`: primary at the last good test; `now`: primary in this test; `asked`: the new one
   * according to a person.
   */
  role: z.enum(['before', 'now', 'asked']),
  outcome: z.enum(['thisTenant', 'otherTenant', 'nowhere', 'couldNotTell']),
  leadsTo: tenantId.nullable(),
  problem: problem.nullable(),
});
export type DomainLookUp = z.infer<typeof domainLookUp>;

/**
 * The doctor's verdict with its evidence. The grant's status is not part of it: that is computed on
 * request.
 */
export const diagnosis = z.object({
  id: guid,
  tenantId,
  at: instant,
  verdict: verdictKind,
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** Domains at the last good test and in this one; null if they could not be read. */
  before: domainsSeen.nullable(),
  now: domainsSeen.nullable(),
  lookUps: z.array(domainLookUp),
  /** Whether the primary domain differs from the one before; null if unknown. */
  domainChanged: z.boolean().nullable(),
  /**
   * The connector cannot read the tenant: entering the new primary domain would show whether it still
   * belongs to this tenant.
   */
  asksForDomain: z.boolean(),
  test: testResult,
});
export type Diagnosis = z.infer<typeof diagnosis>;
