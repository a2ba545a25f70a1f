import { z } from 'zod';
import { guid, instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** One line of the append-only record. */
export const activityEntry = z.object({
  id: guid,
  at: instant,
  tenantId: tenantId.nullable(),
  profileId: profileId.nullable(),
  action: z.enum([
    'profileAdded',
    'profileEdited',
    'credentialReplaced',
    'credentialRefused',
    'profileRemoved',
    'readerChanged',
    'setUpBegun',
    'setUpGivenUp',
    'registrationChecked',
    'tenantAdded',
    'tenantEdited',
    'partnerSetUp',
    'partnerRemoved',
    'partnerSignedIn',
    'tenantForgotten',
    'consentOpened',
    'consentEnded',
    'administratorAsked',
    'askEnded',
    'tested',
    'primaryDomainChanged',
    'domainsChanged',
    'diagnosed',
    'resetBegun',
    'resetEnded',
    'resetHandedOver',
    'resetTakenOver',
    'resetCameBack',
    'offBoardBegun',
    'offBoardEnded',
    'resetReportSaved',
    'signedIn',
    'signedOut',
    'grantRemovedHere',
    'syncEnded',
    'policyMarked',
    'policyUnmarked',
    'exported',
    'handedOver',
    'backedUp',
    'restored',
  ]),
  /** The account that did it, if one was signed in. */
  account: z.string().nullable(),
  /** A short word that depends on the action: a status kind, a consent phase, a sync state. */
  result: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  problem: problem.nullable(),
  /** The ticket of the action, if one was set. */
  ticket: z.string().nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntry>;
