import { z } from 'zod';
import { instant } from './ids.ts';

/** Whether retrying can help: `after` means after a wait (or when a person has changed something). */
export const retry = z.enum(['never', 'now', 'after']);
export type Retry = z.infer<typeof retry>;

/** The meaning of a code, for programs: codes with the same meaning are handled alike. */
export const meaning = z.enum([
  'notConsented',
  'declined',
  'race',
  'unknownApplication',
  'notInstalled',
  'switchedOff',
  'resourceMissing',
  'notAssigned',
  'mayNotConsent',
  'registration',
  'unknownKey',
  'refusedSecret',
  'credential',
  'clock',
  'request',
  'unknownAccount',
  'wrongAccount',
  'session',
  'account',
  'signInRule',
  'unknownTenant',
  'otherCloud',
  'busy',
  'expiredLink',
  'tokenRefused',
  'refused',
  'wrongTenant',
  'permissionMissing',
  'unknownIdentity',
  'absent',
  'conflict',
  'full',
  'outOfReach',
  'intercepted',
  'unmanaged',
  'blockedTenant',
]);
export type Meaning = z.infer<typeof meaning>;

/** Pages of the Entra portal on which a problem can be fixed. */
export const portalPage = z.enum([
  'properties',
  'permissions',
  'applications',
  'registration',
  'overview',
]);
export type PortalPage = z.infer<typeof portalPage>;

/**
 * What went wrong, as a code and its parameters. The sentences are in the text catalogue.
 *
 * `code` is a catalogue code: `aadsts.65001`, `graph.Authorization_RequestDenied`, or one of ours in
 * dotted words, for example `consent.wrongTenant`.
 */
export const problem = z.object({
  code: z.string().min(1),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  retry: retry.default('never'),
  /** The meaning of the code, if anything depends on it. */
  meaning: meaning.optional().catch(undefined),
  /** The portal page on which to fix it. */
  portal: portalPage.optional().catch(undefined),
  /** Milliseconds to wait, if the service specified them. */
  retryAfterMs: z.number().int().nonnegative().optional(),
  /** For a ticket: Microsoft's details, without tokens or directory data. */
  raw: z
    .object({
      /** The service's own code, for example `AADSTS65001` or `Authorization_RequestDenied`. */
      code: z.string().optional(),
      httpStatus: z.number().int().optional(),
      correlationId: z.string().optional(),
      requestId: z.string().optional(),
      traceId: z.string().optional(),
      at: instant.optional(),
    })
    .optional(),
});
export type Problem = z.infer<typeof problem>;
