import { z } from 'zod';
import { setSignInRule } from '../entra/sign-in-rules.ts';
import { signInRuleNames } from '../world/sign-in-rule-names.ts';
import { addDomain, makePrimary } from '../world/domains.ts';
import { directoryMutationSchema } from '../world/directory-mutations.ts';
import {
  addAssignments,
  currentPrincipalOf,
  deletePrincipal,
  removeAssignment,
  restorePrincipal,
  setScopes,
} from '../world/principals.ts';
import type { PracticeTenant, ServicePrincipal, World } from '../world/types.ts';
import type { WorldStore } from '../world/world-store.ts';

const graphAppId = '00000003-0000-0000-c000-000000000000';
const appId = z.guid().toLowerCase();
const role = z.enum([
  'globalAdministrator',
  'privilegedRoleAdministrator',
  'cloudApplicationAdministrator',
  'applicationAdministrator',
  'directoryReaders',
  'none',
]);

/** Changes that an administrator of a tenant can make without the connector's knowledge. */
export const tenantChange = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('makePrimary'), domain: z.string() }),
  z.strictObject({ type: z.literal('addDomain'), domain: z.string() }),
  z.strictObject({ type: z.literal('deletePrincipal'), appId }),
  /** Microsoft has no page for this; an administrator uses Graph. */
  z.strictObject({
    type: z.literal('restorePrincipal'),
    appId,
    objectId: z.guid().toLowerCase().optional(),
  }),
  z.strictObject({ type: z.literal('setEnabled'), appId, enabled: z.boolean() }),
  z.strictObject({ type: z.literal('setAssignmentRequired'), appId, required: z.boolean() }),
  z.strictObject({ type: z.literal('addAppRole'), appId, appRoleId: z.guid().toLowerCase() }),
  z.strictObject({ type: z.literal('removeAppRole'), appId, appRoleId: z.guid().toLowerCase() }),
  /** Sets the delegated scopes for the whole tenant, or for one user's object ID. */
  z.strictObject({
    type: z.literal('setScopes'),
    appId,
    scopes: z.array(z.string()),
    userId: z.guid().toLowerCase().nullable().default(null),
  }),
  /** The token endpoint and Graph refuse this principal until it is deleted and granted again. */
  z.strictObject({ type: z.literal('refuse'), appId, refused: z.boolean() }),
  z.strictObject({ type: z.literal('setRole'), userPrincipalName: z.string(), role }),
  /** Conditional Access: the token endpoint refuses until the person has met the demand on a sign-in page. */
  z.strictObject({
    type: z.literal('setSignInRule'),
    rule: z.enum(signInRuleNames),
    userPrincipalName: z.string().toLowerCase().nullable().default(null),
    /** How long a met demand remains met; one hour by default for `signInFrequency`. */
    everyMinutes: z.number().positive().nullable().default(null),
  }),
  z.strictObject({ type: z.literal('clearSignInRules') }),
  z.strictObject({ type: z.literal('directory'), mutation: directoryMutationSchema }),
]);
export type TenantChange = z.output<typeof tenantChange>;

/** Makes the change and saves it. Throws a plain Error that names what is missing. */
export function changeTenant(
  store: WorldStore,
  tenant: PracticeTenant,
  change: TenantChange,
): void {
  if (change.type === 'directory') {
    store.mutateDirectory(tenant, change.mutation);
    return;
  }
  store.change(() => apply(store.world, tenant, change, store.clock.now()));
}

function apply(
  world: World,
  tenant: PracticeTenant,
  change: Exclude<TenantChange, { type: 'directory' }>,
  now: number,
): void {
  switch (change.type) {
    case 'makePrimary':
      makePrimary(tenant, change.domain);
      return;
    case 'addDomain':
      addDomain(tenant, change.domain);
      return;
    case 'deletePrincipal':
      deletePrincipal(tenant, principal(tenant, change.appId).objectId, now);
      return;
    case 'restorePrincipal':
      restorePrincipal(tenant, change.appId, change.objectId);
      return;
    case 'setEnabled':
      principal(tenant, change.appId).accountEnabled = change.enabled;
      return;
    case 'setAssignmentRequired':
      principal(tenant, change.appId).appRoleAssignmentRequired = change.required;
      return;
    case 'addAppRole':
      addAssignments(tenant, client(tenant, change.appId), [change.appRoleId], now);
      return;
    case 'removeAppRole':
      if (
        !removeAssignment(tenant, principal(tenant, change.appId).objectId, change.appRoleId, now)
      )
        throw new Error(`${change.appId} does not hold ${change.appRoleId} here.`);
      return;
    case 'setScopes':
      setScopes(tenant, client(tenant, change.appId), change.userId, change.scopes, now);
      return;
    case 'refuse': {
      const { objectId } = principal(tenant, change.appId);
      tenant.refusedPrincipals = tenant.refusedPrincipals.filter((id) => id !== objectId);
      if (change.refused) tenant.refusedPrincipals.push(objectId);
      return;
    }
    case 'setSignInRule': {
      const { rule: name, userPrincipalName } = change;
      const everyMinutes = change.everyMinutes ?? (name === 'signInFrequency' ? 60 : null);
      setSignInRule(world, tenant, { name, userPrincipalName, everyMinutes }, now);
      return;
    }
    case 'clearSignInRules':
      tenant.signInRules = [];
      return;
    case 'setRole': {
      const wanted = change.userPrincipalName.toLowerCase();
      const known = tenant.accounts.some((one) => one.userPrincipalName.toLowerCase() === wanted);
      if (!known) throw new Error(`There is no account ${change.userPrincipalName} here.`);
      tenant.accounts = tenant.accounts.map((account) =>
        account.userPrincipalName.toLowerCase() === wanted
          ? { ...account, role: change.role }
          : account,
      );
    }
  }
}

function principal(tenant: PracticeTenant, wanted: string): ServicePrincipal {
  const found = currentPrincipalOf(tenant, wanted);
  if (!found) throw new Error(`There is no enterprise application ${wanted} here.`);
  return found;
}

function client(
  tenant: PracticeTenant,
  wanted: string,
): { readonly principalId: string; readonly resourceId: string } {
  return {
    principalId: principal(tenant, wanted).objectId,
    resourceId: principal(tenant, graphAppId).objectId,
  };
}
