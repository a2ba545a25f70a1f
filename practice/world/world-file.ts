import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { directoryMutationSchema } from './directory-mutations.ts';
import { signInRuleNames } from './sign-in-rule-names.ts';
import type { PracticeTenant, World } from './types.ts';

const time = z.int();
const reference = z.object({
  resourceAppId: z.string(),
  id: z.string(),
  type: z.enum(['delegated', 'application']),
});

/** Adds IDs to credentials that were saved before credentials had them. */
const newId = z.string().default(() => randomUUID());
const label = z.string().nullable().default(null);

const registration = z.object({
  objectId: newId,
  clientId: z.string(),
  displayName: z.string(),
  createdAt: time.default(0),
  deletedAt: time.nullable().default(null),
  publisher: z.object({ name: z.string(), verified: z.boolean() }),
  homeTenantId: z.string(),
  multiTenant: z.boolean(),
  redirectUris: z.array(z.object({ uri: z.string(), platform: z.enum(['publicClient', 'web']) })),
  requiredResourceAccess: z.array(reference),
  secrets: z.array(
    z.object({
      keyId: newId,
      displayName: label,
      hint: label,
      sha256: z.string(),
      startsAt: time.default(0),
      expiresAt: time,
    }),
  ),
  certificates: z.array(
    z.object({
      keyId: newId,
      displayName: label,
      pem: z.string(),
      notBefore: time,
      expiresAt: time,
    }),
  ),
  disabledByMicrosoft: z.boolean(),
  isDisabled: z.boolean().default(false),
});

/** The directory roles that an account of the practice cloud can have. */
export const roleSchema = z.enum([
  'globalAdministrator',
  'privilegedRoleAdministrator',
  'cloudApplicationAdministrator',
  'applicationAdministrator',
  'directoryReaders',
  'none',
]);

const account = z.object({
  objectId: z.string(),
  userPrincipalName: z.string(),
  displayName: z.string(),
  homeTenantId: z.string(),
  role: roleSchema,
  partnerAccess: z
    .array(z.object({ tenantId: z.string(), role: roleSchema }))
    .readonly()
    .optional(),
  refreshTokensRevokedAt: time.nullish(),
});

const principal = z.object({
  objectId: z.string(),
  appId: z.string(),
  displayName: z.string(),
  accountEnabled: z.boolean(),
  appRoleAssignmentRequired: z.boolean(),
  assignedUsers: z.array(z.string()),
  createdAt: time,
  deletedAt: time.nullable(),
});

const tenant = z.object({
  key: z.string(),
  tenantId: z.string(),
  displayName: z.string(),
  countryLetterCode: z.string(),
  createdAt: time,
  domains: z.array(
    z.object({
      name: z.string(),
      isDefault: z.boolean(),
      isInitial: z.boolean(),
      isVerified: z.boolean(),
    }),
  ),
  accounts: z.array(account),
  servicePrincipals: z.array(principal),
  deletedServicePrincipals: z.array(principal),
  appRoleAssignments: z.array(
    z.object({
      id: z.string(),
      principalId: z.string(),
      resourceId: z.string(),
      appRoleId: z.string(),
      createdAt: time,
      deletedAt: time.nullish(),
    }),
  ),
  permissionGrants: z.array(
    z.object({
      id: z.string(),
      clientId: z.string(),
      resourceId: z.string(),
      consentType: z.enum(['AllPrincipals', 'Principal']),
      principalId: z.string().nullable(),
      scope: z.string(),
      createdAt: time,
      deletedAt: time.nullish(),
    }),
  ),
  refusedPrincipals: z.array(z.string()),
  signInRules: z
    .array(
      z.object({
        name: z.enum(signInRuleNames),
        policyId: z.string(),
        setAt: time,
        userPrincipalName: z.string().nullable(),
        everyMinutes: z.number().nullable(),
        met: z.array(z.object({ objectId: z.string(), at: time })),
      }),
    )
    .default([]),
});

const delay = z.number().min(0);

/** Settings of the world, as saved and as the control API accepts them. */
export const settingsSchema = z.strictObject({
  effect: z.strictObject({
    principal: delay.optional(),
    token: delay,
    graph: delay,
    index: delay,
  }),
  hiddenMembership: z.enum(['empty', 'forbidden']),
  consentShape: z.enum(['consentRequired', 'permissionDenied', 'accessDenied']),
  tokenLifetime: z.int().min(1).max(86_400),
});

/**
 * The options from which the seed creates the customers; a saved world can only be loaded with the same
 * options.
 */
export const recipeSchema = z.object({
  seed: z.int(),
  largeGroups: z.int().min(1),
  largeMemberships: z.int().min(0),
  /** When the world was created, ms: all dates in the seed are relative to it. */
  madeAt: time,
});
export type Recipe = z.output<typeof recipeSchema>;

/**
 * The content of `world.json`: everything but the directories, which are rebuilt from the recipe and the
 * journal.
 */
export const worldFileSchema = z.object({
  version: z.literal(1),
  recipe: recipeSchema,
  clockOffset: z.number().min(0),
  settings: settingsSchema,
  registrations: z.array(registration),
  tenants: z.array(tenant),
  journal: z.array(z.object({ tenantId: z.string(), mutation: directoryMutationSchema })),
});
export type WorldFile = z.output<typeof worldFileSchema>;

/** The tenants of a world without their directories. */
export function savedTenants(world: World): WorldFile['tenants'] {
  return [...world.tenants.values()].map((one: PracticeTenant) => {
    const { directory: _left, ...rest } = one;
    return rest;
  });
}
