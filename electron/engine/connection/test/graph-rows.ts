import { z } from 'zod';
import { guid } from '../../../contract/ids.ts';

/** `GET /organization`: a collection of one. */
export const organizationAnswer = z.object({
  value: z
    .array(
      z.object({
        id: guid,
        displayName: z.string().nullable(),
        verifiedDomains: z.array(
          z.object({ name: z.string(), isDefault: z.boolean(), isInitial: z.boolean() }),
        ),
      }),
    )
    .length(1),
});

/** The connector's own service principal. */
export const servicePrincipalAnswer = z.object({
  id: guid,
  /** The ID of its application, where Graph returns it. */
  appId: guid.optional(),
  accountEnabled: z.boolean().nullable(),
  /** Null and absent mean that the application is not deactivated. */
  isDisabled: z.boolean().nullish(),
  appRoleAssignmentRequired: z.boolean(),
});
export type ServicePrincipalAnswer = z.infer<typeof servicePrincipalAnswer>;

/** Graph's service principal in this tenant: maps IDs to the names in tokens and grants. */
export const graphPrincipalAnswer = z.object({
  id: guid,
  appRoles: z.array(z.object({ id: guid, value: z.string().nullable() })),
  oauth2PermissionScopes: z.array(z.object({ id: guid, value: z.string().nullable() })),
});
export type GraphPrincipalAnswer = z.infer<typeof graphPrincipalAnswer>;

/** Source: learn.microsoft.com/graph/api/resources/approleassignment. */
export const appRoleAssignments = z.array(
  z.object({ appRoleId: guid, resourceId: guid, principalId: guid.optional() }),
);
export type AppRoleAssignmentRow = z.infer<typeof appRoleAssignments>[number];

/** Source: learn.microsoft.com/graph/api/resources/oauth2permissiongrant. */
export const permissionGrants = z.array(
  z.object({
    clientId: guid,
    consentType: z.string(),
    resourceId: guid,
    scope: z.string().nullable(),
  }),
);
export type PermissionGrantRow = z.infer<typeof permissionGrants>[number];
