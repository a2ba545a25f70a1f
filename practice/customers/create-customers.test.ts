import { describe, expect, it } from 'vitest';
import type { Directory } from '../directory/types.ts';
import type { PracticeTenant } from '../world/types.ts';
import { createCustomers } from './create-customers.ts';

const now = Date.UTC(2026, 10, 20);
const made = createCustomers({ seed: 7, largeGroups: 400, largeMemberships: 4000, now });

function tenant(key: string): PracticeTenant {
  const found = made.tenants.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no tenant ${key}`);
  return found;
}

function emptyGroups(directory: Directory): number {
  return directory.indexes('group').filter((group) => directory.members(group).length === 0).length;
}

describe('the customers of a seed', () => {
  it('are the same in two runs and differ between seeds', () => {
    const text = (seed: number) =>
      JSON.stringify(
        createCustomers({ seed, largeGroups: 50, largeMemberships: 300, now }).tenants.map(
          (one) => ({ ...one, directory: one.directory.toSnapshot() }),
        ),
      );
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });

  it('leave the others as they were when the large one changes its size', () => {
    const other = createCustomers({ seed: 7, largeGroups: 60, largeMemberships: 300, now });
    const odd = other.tenants.find((one) => one.key === 'odd');
    expect(odd?.directory.toSnapshot()).toEqual(tenant('odd').directory.toSnapshot());
  });

  it('have ids of their own everywhere', () => {
    const ids = made.tenants.flatMap((one) => [
      one.tenantId,
      ...one.servicePrincipals.map((principal) => principal.objectId),
      ...one.directory
        .toSnapshot()
        .objects.flatMap((object) => (object.kind === 'servicePrincipal' ? [] : [object.id])),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
  });

  it('give the large customer exactly the numbers that were asked for', () => {
    const { directory } = tenant('large');
    expect(directory.count('group')).toBe(400);
    expect(directory.membershipCount()).toBe(4000);
    expect(emptyGroups(directory)).toBeGreaterThan(400 * 0.05);
    const nested = directory
      .indexes('group')
      .filter((group) => directory.memberOf(group).length > 0).length;
    expect(nested).toBeGreaterThan(50);
  });

  it('grant the connector where the story says so', () => {
    const connector = made.registrations[0]?.clientId;
    const granted = made.tenants
      .filter((one) => one.servicePrincipals.some((principal) => principal.appId === connector))
      .map((one) => one.key);
    expect(granted.toSorted()).toEqual(
      ['domainHarmless', 'domainRefused', 'healthy', 'large', 'odd', 'partner'].toSorted(),
    );
    expect(tenant('domainRefused').refusedPrincipals).toHaveLength(1);
    expect(tenant('domainHarmless').refusedPrincipals).toEqual([]);
  });

  it('have one primary domain each, and accounts that are also users', () => {
    for (const one of made.tenants) {
      expect(one.domains.filter((domain) => domain.isDefault)).toHaveLength(1);
      expect(one.domains.every((domain) => domain.name.endsWith('.example'))).toBe(true);
      expect(one.accounts.map((account) => account.role)).toEqual(
        expect.arrayContaining([
          'globalAdministrator',
          'privilegedRoleAdministrator',
          'cloudApplicationAdministrator',
          'none',
        ]),
      );
      for (const account of one.accounts)
        expect(one.directory.user(account.objectId)?.displayName).toBe(account.displayName);
    }
  });

  it('let a partner technician reach every customer', () => {
    const reach = tenant('partner').accounts.flatMap((account) => account.partnerAccess ?? []);
    expect(new Set(reach.map((one) => one.tenantId)).size).toBe(made.tenants.length - 1);
  });

  it('refuse numbers that cannot be', () => {
    expect(() => createCustomers({ seed: 1, largeGroups: 2, largeMemberships: 900, now })).toThrow(
      '900 memberships do not fit into 2 groups',
    );
  });
});
