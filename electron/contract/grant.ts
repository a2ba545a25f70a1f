import { z } from 'zod';
import { chosenWay } from './consent-way.ts';
import { guid, instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** A required or found permission, by ID and type. `name` is for people, never compared. */
export const permission = z.object({
  id: guid,
  type: z.enum(['delegated', 'application']),
  name: z.string(),
});
export type Permission = z.infer<typeof permission>;

/** `couldNotTell` never counts as `proven`. */
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

/**
 * A finding of a test beyond the permission rows. `params` are its details (permission names, days,
 * domains).
 */
export const finding = z.object({
  kind: z.enum([
    'servicePrincipalDisabled',
    /** The registration's owner deactivated it, for every tenant. */
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
  /** The signed-in account of the delegated proofs, if there was one. */
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
  /** All required permissions are proven, and a permission that can write is granted as well. */
  'excessive',
  'broken',
  'notGranted',
  /** A reset or an off-boarding is open, whoever started it. Set only where a customer is shown. */
  'resetting',
  'removed',
  'unknown',
]);
export type StatusKind = z.infer<typeof statusKind>;

/** An open reset or off-boarding of a tenant: its part of a status. */
export const openReset = z.object({
  purpose: z.enum(['reset', 'offBoard']),
  /** The current step, counted from 1, and the number of steps. */
  step: z.number().int().positive(),
  of: z.number().int().positive(),
  startedAt: instant,
  /** Who is working on it now. */
  by: z.string(),
  /** A colleague continues it with a file. */
  handedOver: z.boolean(),
});
export type OpenReset = z.infer<typeof openReset>;

/** The grant's status, computed from the evidence on request. */
export const grantStatus = z.object({
  kind: statusKind,
  /** Only with `granted`: older than the freshness limit, or the tenant is unreachable. Never solid green. */
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

/** Which connector the consent is for: the customer's connector, or the reader of a vendor's. */
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
    /** The administrator accepted; without a credential, Evergrant cannot check the result. */
    'accepted',
    'declined',
    'refused',
    'timedOut',
    'cancelled',
  ]),
  /** The consent link: tenant ID, client ID, redirect and state only; nothing secret. */
  url: z.string(),
  /** How the link was opened in a browser; absent in data of older versions. */
  opened: chosenWay.optional(),
  /** Tests after the browser returned from the consent. */
  tests: z.number().int().nonnegative(),
  nextTestAt: instant.nullable(),
  /** Names of the permissions that the last test did not prove. */
  missing: z.array(z.string()),
  /** When the browser returned, or a test found the grant without it; absent until there is an answer. */
  answeredAt: instant.optional(),
  endedAt: instant.nullable(),
  problem: problem.nullable(),
});
export type ConsentAttempt = z.infer<typeof consentAttempt>;
