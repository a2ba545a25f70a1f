import { z } from 'zod';
import { chosenWay } from './consent-way.ts';
import { guid, instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** A required or found permission, by id and type. `name` is for people, never compared. */
export const permission = z.object({
  id: guid,
  type: z.enum(['delegated', 'application']),
  name: z.string(),
});
export type Permission = z.infer<typeof permission>;

/** `couldNotTell` is never folded into `proven`. */
export const verdict = z.enum(['proven', 'missing', 'couldNotTell']);
export type Verdict = z.infer<typeof verdict>;

/** One of the three proofs of a permission. `notTried` says why in `problem`. */
export const proof = z.object({
  outcome: z.enum(['proven', 'missing', 'couldNotTell', 'notTried']),
  at: instant.nullable(),
  problem: problem.nullable(),
});
export type Proof = z.infer<typeof proof>;

export const permissionCheck = z.object({
  permission,
  verdict,
  /** (a) the grant recorded on the service principal. */
  grant: proof,
  /** (b) the `roles` or `scp` claim of a token fetched fresh for this test. */
  token: proof,
  /** (c) the real read that needs the permission. */
  read: proof,
});
export type PermissionCheck = z.infer<typeof permissionCheck>;

/** What a test found beyond the permission rows. `params` name what is meant (permission names, days, domains). */
export const finding = z.object({
  kind: z.enum([
    'servicePrincipalDisabled',
    /** The registration was deactivated by its owner, for every tenant (entra-graph §15). */
    'applicationDeactivated',
    'assignmentRequired',
    'consentByOneUserOnly',
    'mayWrite',
    'extraReadingPermission',
    'credentialExpiring',
    'primaryDomainChanged',
    'domainsChanged',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
export type Finding = z.infer<typeof finding>;

/** One run of Test permissions against one tenant. */
export const testResult = z.object({
  id: guid,
  tenantId,
  profileId,
  startedAt: instant,
  finishedAt: instant,
  /** Always one row for each required permission. */
  checks: z.array(permissionCheck),
  findings: z.array(finding),
  /** From `GET /organization` with a token of this test; null when it could not be read. */
  organization: z
    .object({
      tenantId,
      displayName: z.string(),
      primaryDomain: z.string(),
      initialDomain: z.string().nullable(),
      verifiedDomains: z.array(z.string()),
    })
    .nullable(),
  servicePrincipalId: guid.nullable(),
  /** The signed-in account of the delegated proofs, where there was one. */
  account: z.string().nullable(),
  /** Why the test ended early, or null when it ran to its end. */
  refusal: problem.nullable(),
});
export type TestResult = z.infer<typeof testResult>;

export const statusKind = z.enum([
  'granted',
  'onRecord',
  'consenting',
  'propagating',
  'partial',
  'couldNotTell',
  /** All that is required is proven, and something that may write is granted beside it. */
  'excessive',
  'broken',
  'notGranted',
  /** A reset or an off-boarding is open, whoever began it. Set only where a customer is shown. */
  'resetting',
  'removed',
  'unknown',
]);
export type StatusKind = z.infer<typeof statusKind>;

/** A reset or an off-boarding that is open for a tenant: what a status says of it. */
export const openReset = z.object({
  purpose: z.enum(['reset', 'offBoard']),
  /** The current step, counted from 1, of how many. */
  step: z.number().int().positive(),
  of: z.number().int().positive(),
  startedAt: instant,
  /** Who carries it out now. */
  by: z.string(),
  /** A colleague continues it with a file. */
  handedOver: z.boolean(),
});
export type OpenReset = z.infer<typeof openReset>;

/** The grant's status, computed from evidence at the moment of asking. */
export const grantStatus = z.object({
  kind: statusKind,
  /** Only with `granted`: older than the freshness limit, or the tenant is out of reach. Never solid green. */
  stale: z.boolean(),
  /** When the evidence was taken (the deciding test, attempt or removal); null when there is none. */
  since: instant.nullable(),
  attention: z.array(finding),
  /** Why it is not (solid) green, most important first. */
  reasons: z.array(problem),
  /** Only with `resetting`. */
  reset: openReset.optional(),
});
export type GrantStatus = z.infer<typeof grantStatus>;

/** Whom a consent is for: the customer's connector, or the reader that looks at a vendor's. */
export const consentWhose = z.enum(['connector', 'reader']);
export type ConsentWhose = z.infer<typeof consentWhose>;

/** A consent that is or was open in a browser. */
export const consentAttempt = z.object({
  id: guid,
  tenantId,
  profileId,
  startedAt: instant,
  phase: z.enum([
    'waitingForAdministrator',
    'checking',
    'propagating',
    'propagatingQuietly',
    'granted',
    /** The administrator accepted, and without a credential nobody here can see what came of it. */
    'accepted',
    'declined',
    'refused',
    'timedOut',
    'cancelled',
  ]),
  /** The consent link: tenant id, client id, redirect and state only; nothing secret. */
  url: z.string(),
  /** How the link was brought to a browser; absent in what older versions kept. */
  opened: chosenWay.optional(),
  /** Tests made after the consent came back. */
  tests: z.number().int().nonnegative(),
  nextTestAt: instant.nullable(),
  /** Names of the permissions that the last test did not prove. */
  missing: z.array(z.string()),
  /** When the browser came back, or a test found the grant without it; absent while nobody has answered. */
  answeredAt: instant.optional(),
  endedAt: instant.nullable(),
  problem: problem.nullable(),
});
export type ConsentAttempt = z.infer<typeof consentAttempt>;
