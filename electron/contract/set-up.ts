import { z } from 'zod';
import { cloudName } from './cloud.ts';
import { ask } from './ask.ts';
import { permission } from './grant.ts';
import { guid, instant, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';
import { newProfile, profile } from './profile.ts';

/** What a set-up begins with. The key pair is made at once. */
export const newSetUp = z.object({
  name: newProfile.shape.name,
  cloud: newProfile.shape.cloud,
  /** A domain or the id of the MSP's own tenant, where the registration is going to live. */
  home: z.string().trim().min(1).max(255),
});
export type NewSetUp = z.input<typeof newSetUp>;

/** A script that makes the registration. Whoever may does it runs it; Evergrant runs nothing. */
export const setUpScript = z.object({
  kind: z.enum(['azureCliBash', 'azureCliPowerShell', 'graphPowerShell']),
  text: z.string(),
});
export type SetUpScript = z.infer<typeof setUpScript>;

/** Pages of the portal, in the tenant where the registration lives. */
export const registrationPages = z.object({
  list: z.url(),
  /** Where a new one is begun. */
  create: z.url(),
  /** Null before there is a client id. */
  overview: z.url().nullable(),
  branding: z.url().nullable(),
  authentication: z.url().nullable(),
  certificates: z.url().nullable(),
  permissions: z.url().nullable(),
});
export type RegistrationPages = z.infer<typeof registrationPages>;

/** A set-up under way. Of its key pair there is the certificate alone: no field could carry the key. */
export const setUp = z.object({
  id: guid,
  name: z.string(),
  cloud: cloudName,
  cloudLabel: z.string(),
  tenantId,
  home: z.string(),
  certificate: z.object({
    /** Its subject, as the portal shows it for a description. */
    name: z.string(),
    pem: z.string(),
    /** SHA-1 of the DER in upper-case hex, as the portal lists it; for comparing by eye, not for trust. */
    portalThumbprint: z.string(),
    fileName: z.string(),
    expiresAt: instant,
  }),
  redirectUri: z.string(),
  permissions: z.array(permission),
  /** None for a custom cloud: Microsoft's tools do not reach it. */
  scripts: z.array(setUpScript),
  pages: registrationPages,
  createdAt: instant,
});
export type SetUp = z.infer<typeof setUp>;

/** What of a registration was looked at. */
export const registrationCheckKind = z.enum([
  'application',
  'certificate',
  'redirect',
  'permissions',
  'multiTenant',
  'publisher',
]);
export type RegistrationCheckKind = z.infer<typeof registrationCheckKind>;

/** One thing about the registration. `couldNotTell` is never folded into `right`. */
export const registrationCheck = z.object({
  kind: registrationCheckKind,
  /** `caution`: it works, but people will see something that they should be told of before. */
  verdict: z.enum(['right', 'wrong', 'caution', 'couldNotTell']),
  /** A short word for what was found, one sentence each; with `couldNotTell`, `problem` says why. */
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

/** The registration as it was found in the tenant where it lives. */
export const registrationReport = z.object({
  profile,
  tenantId,
  checkedAt: instant,
  /** Always one of each kind. */
  checks: z.array(registrationCheck),
  /** All that must be right is right; cautions may remain. */
  ready: z.boolean(),
  /**
   * Where the connector has to be granted before its registration can be read: `here`, that tenant is
   * a customer of this connector; `inPortal`, it is here with another connector, or not at all.
   */
  grant: z.enum(['notNeeded', 'here', 'inPortal']),
  pages: registrationPages,
});
export type RegistrationReport = z.infer<typeof registrationReport>;

const bySetUp = z.object({ setUpId: guid });

/** `setUps.*`: setting up a connector of one's own. */
export const setUpContract = {
  list: ask.output(z.array(setUp)),
  begin: ask.input(newSetUp).output(setUp),
  /** The certificate as a file: `download` for a browser to take, or the path where it was written. */
  saveCertificate: ask
    .input(bySetUp)
    .output(z.object({ download: z.string().nullable(), path: z.string().nullable() })),
  /** Opens a page of the portal in the person's own browser: of a registration to be, or of a connector's. */
  openPage: ask
    .input(
      z.union([
        bySetUp.extend({ page: z.enum(['list', 'create']) }),
        z.object({ profileId, page: registrationPages.keyof() }),
      ]),
    )
    .output(z.object({ opened: z.literal(true) })),
  giveUp: ask.input(bySetUp).output(z.object({ removed: z.literal(true) })),
  /** Tells the client id of the registration that was made: the set-up becomes a connector. */
  finish: ask.input(bySetUp.extend({ clientId: guid })).output(z.object({ profile, tenantId })),
  /** Looks at the registration where it lives; `home` where that is not known yet. */
  check: ask
    .input(z.object({ profileId, home: newSetUp.shape.home.optional() }))
    .output(registrationReport),
};
