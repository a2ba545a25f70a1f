import { z } from 'zod';
import { cloudName } from './cloud.ts';
import { ask } from './ask.ts';
import { permission } from './grant.ts';
import { guid, instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';
import { newProfile, profile } from './profile.ts';

/** The input of a new set-up. The key pair is made immediately. */
export const newSetUp = z.object({
  name: newProfile.shape.name,
  cloud: newProfile.shape.cloud,
  /** A domain or the ID of the MSP's own tenant, which will own the registration. */
  home: z.string().trim().min(1).max(255),
});
export type NewSetUp = z.input<typeof newSetUp>;

/** A script that makes the registration. A person with the permission runs it; Evergrant runs nothing. */
export const setUpScript = z.object({
  kind: z.enum(['azureCliBash', 'azureCliPowerShell', 'graphPowerShell']),
  text: z.string(),
});
export type SetUpScript = z.infer<typeof setUpScript>;

/** Pages of the portal, in the tenant that owns the registration. */
export const registrationPages = z.object({
  list: z.url(),
  /** The page on which to create a new one. */
  create: z.url(),
  /** Null until there is a client ID. */
  overview: z.url().nullable(),
  branding: z.url().nullable(),
  authentication: z.url().nullable(),
  certificates: z.url().nullable(),
  permissions: z.url().nullable(),
});
export type RegistrationPages = z.infer<typeof registrationPages>;

/** A set-up in progress. Of its key pair it contains only the certificate: no field could carry the key. */
export const setUp = z.object({
  id: guid,
  name: z.string(),
  cloud: cloudName,
  cloudLabel: z.string(),
  tenantId,
  home: z.string(),
  certificate: z.object({
    /** Its subject, which the portal shows as its description. */
    name: z.string(),
    pem: z.string(),
    /** SHA-1 of the DER in uppercase hex, as the portal lists it; for comparing by eye, not for trust. */
    portalThumbprint: z.string(),
    fileName: z.string(),
    expiresAt: instant,
  }),
  redirectUri: z.string(),
  permissions: z.array(permission),
  /** None for a custom cloud: Microsoft's tools cannot connect to it. */
  scripts: z.array(setUpScript),
  pages: registrationPages,
  createdAt: instant,
});
export type SetUp = z.infer<typeof setUp>;

/** The checked parts of a registration. */
export const registrationCheckKind = z.enum([
  'application',
  'certificate',
  'redirect',
  'permissions',
  'multiTenant',
  'publisher',
]);
export type RegistrationCheckKind = z.infer<typeof registrationCheckKind>;

/** One check of the registration. `couldNotTell` never counts as `right`. */
export const registrationCheck = z.object({
  kind: registrationCheckKind,
  /** `caution`: it works, but users will see something that they should know about beforehand. */
  verdict: z.enum(['right', 'wrong', 'caution', 'couldNotTell']),
  /** A short word for the finding, with one sentence each; with `couldNotTell`, `problem` says why. */
  found: z.enum([
    'asItShouldBe',
    'unknownHere',
    'keyUnknown',
    'secretRefused',
    'redirectMissing',
    'redirectOtherPlatform',
    'redirectOtherForm',
    'permissionsDiffer',
    'permissionMayWrite',
    'oneTenantOnly',
    'unverified',
    'unread',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  problem: problem.nullable(),
});
export type RegistrationCheck = z.infer<typeof registrationCheck>;

/** The result of checking the registration in the tenant that owns it. */
export const registrationReport = z.object({
  profile,
  tenantId,
  checkedAt: instant,
  /** Always one of each kind. */
  checks: z.array(registrationCheck),
  /** All required checks are right; cautions can remain. */
  ready: z.boolean(),
  /**
   * Where the connector must be granted before its registration can be read: `here`, that tenant is a
   * customer of this connector; `inPortal`, it is a customer with another connector, or not a
   * customer.
   */
  grant: z.enum(['notNeeded', 'here', 'inPortal']),
  pages: registrationPages,
});
export type RegistrationReport = z.infer<typeof registrationReport>;

const bySetUp = z.object({ setUpId: guid });

/** `setUps.*`: setting up one of our own connectors. */
export const setUpContract = {
  list: ask.output(z.array(setUp)),
  begin: ask.input(newSetUp).output(setUp),
  /** The certificate as a file: `download` for a browser, or the path where it was written. */
  saveCertificate: ask
    .input(bySetUp)
    .output(z.object({ download: z.string().nullable(), path: z.string().nullable() })),
  /** Opens a portal page in the person's own browser: of the registration of a set-up or of a connector. */
  openPage: ask
    .input(
      z.union([
        bySetUp.extend({ page: z.enum(['list', 'create']) }),
        z.object({ profileId, page: registrationPages.keyof() }),
      ]),
    )
    .output(z.object({ opened: z.literal(true) })),
  giveUp: ask.input(bySetUp).output(z.object({ removed: z.literal(true) })),
  /** Enters the client ID of the new registration: the set-up becomes a connector. */
  finish: ask.input(bySetUp.extend({ clientId: guid })).output(z.object({ profile, tenantId })),
  /** Checks the registration in the tenant that owns it; `home` if that is not known yet. */
  check: ask
    .input(z.object({ profileId, home: newSetUp.shape.home.optional() }))
    .output(registrationReport),
};
