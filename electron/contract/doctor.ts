import { z } from 'zod';
import { testResult } from './grant.ts';
import { guid, instant, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** What the doctor finds: one of these, never two. */
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

/** A tenant's domains as they were read, and when. */
export const domainsSeen = z.object({
  primary: z.string(),
  initial: z.string().nullable(),
  verified: z.array(z.string()),
  /** Null: only the name is known. */
  at: instant.nullable(),
});
export type DomainsSeen = z.infer<typeof domainsSeen>;

/** A domain, looked up without sign-in: whose it is now. */
export const domainLookUp = z.object({
  domain: z.string(),
  /** `before`: primary at the last good test; `now`: primary by this test; `asked`: a person says it is the new one. */
  role: z.enum(['before', 'now', 'asked']),
  outcome: z.enum(['thisTenant', 'otherTenant', 'nowhere', 'couldNotTell']),
  leadsTo: tenantId.nullable(),
  problem: problem.nullable(),
});
export type DomainLookUp = z.infer<typeof domainLookUp>;

/** What the doctor found, with the evidence for it. The grant's status is not part of it: that is computed when it is asked for. */
export const diagnosis = z.object({
  id: guid,
  tenantId,
  at: instant,
  verdict: verdictKind,
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** Domains at the last good test and by this one; null where nobody could read them. */
  before: domainsSeen.nullable(),
  now: domainsSeen.nullable(),
  lookUps: z.array(domainLookUp),
  /** The primary domain is another than before; null where that cannot be told. */
  domainChanged: z.boolean().nullable(),
  /** The connector cannot read: to name the new primary domain would tell whether it still leads here. */
  asksForDomain: z.boolean(),
  test: testResult,
});
export type Diagnosis = z.infer<typeof diagnosis>;
