import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeenPage } from '../../test/support/practice-pages/page-browser.ts';
import { openPagesWorld } from '../../test/support/practice-pages/pages-world.ts';
import type { PagesWorld } from '../../test/support/practice-pages/pages-world.ts';
import { currentPrincipalOf } from '../world/principals.ts';
import type { DirectoryRole } from '../world/types.ts';

let world: PagesWorld;
beforeEach(() => {
  world = openPagesWorld();
});
afterEach(() => world.remove());

/** Opens a portal page of the healthy customer, through the preceding sign-in. */
async function openAs(role: DirectoryRole, path: string): Promise<SeenPage> {
  const { tenantId } = world.tenant('healthy');
  const picker = await world.browser.open(`/portal/${tenantId}${path}`);
  expect(picker.heading).toBe('Pick an account');
  return await world.browser.press(world.account('healthy', role).userPrincipalName);
}

function connectorPath(): string {
  const principal = currentPrincipalOf(world.tenant('healthy'), world.connector.clientId);
  return `/applications/${principal?.objectId}`;
}

describe('Enterprise applications', () => {
  it('are listed after the sign-in, without Microsoft’s own', async () => {
    const page = await openAs('none', '');
    expect(page.heading).toBe('Enterprise applications');
    expect(page.text).toContain('Northlight Directory Connector');
    expect(page.text).not.toContain('Microsoft Graph');
  });

  it('are deleted after a Yes, with their grants, and stay among the deleted items', async () => {
    const { browser } = world;
    const tenant = world.tenant('healthy');
    const properties = await openAs('cloudApplicationAdministrator', connectorPath());
    expect(properties.text).toContain(`Application ID ${world.connector.clientId}`);
    const question = await browser.press('Delete');
    expect(question.heading).toBe('Delete Northlight Directory Connector?');

    const back = await browser.press('No');
    expect(back.heading).toBe('Northlight Directory Connector');
    expect(tenant.deletedServicePrincipals).toEqual([]);

    await browser.press('Delete');
    const list = await browser.press('Yes');
    expect(list.heading).toBe('Enterprise applications');
    expect(list.text).not.toContain('Northlight Directory Connector');
    expect(tenant.deletedServicePrincipals).toMatchObject([{ appId: world.connector.clientId }]);
    expect(tenant.permissionGrants.every((row) => row.deletedAt !== null)).toBe(true);
  });

  it.each(['none', 'privilegedRoleAdministrator'] as const)(
    'are not deleted by the role %s, which is told why',
    async (role) => {
      await openAs(role, connectorPath());
      const page = await world.browser.press('Delete');
      expect(page.status).toBe(403);
      expect(page.text).toContain('It takes the role Cloud Application Administrator');
      expect(world.tenant('healthy').deletedServicePrincipals).toEqual([]);
    },
  );

  it('keep their two switches', async () => {
    const page = await openAs('globalAdministrator', connectorPath());
    expect(page.text).toContain('Enabled for users to sign in?');
    const saved = await world.browser.press('Save', {
      practice_enabled: null,
      practice_assignment: 'on',
    });
    expect(saved.text).toContain('Saved.');
    expect(currentPrincipalOf(world.tenant('healthy'), world.connector.clientId)).toMatchObject({
      accountEnabled: false,
      appRoleAssignmentRequired: true,
    });
  });

  it('say so when one is not there', async () => {
    const page = await openAs('none', '/applications/11111111-1111-4111-8111-111111111111');
    expect(page).toMatchObject({ status: 404, heading: 'Application not found' });
  });
});

describe('Custom domain names', () => {
  const initial = 'alderbrook.onmicrosoft.example';

  it('let a Global Administrator make another one primary', async () => {
    const page = await openAs('globalAdministrator', '/domains');
    expect(page.heading).toBe('Custom domain names');
    const after = await world.browser.press(`Make primary: ${initial}`);
    expect(after.text).toContain('The primary domain was changed.');
    expect(world.tenant('healthy').domains.find((one) => one.isDefault)?.name).toBe(initial);
  });

  it('refuse everybody else, and say why', async () => {
    await openAs('cloudApplicationAdministrator', '/domains');
    const page = await world.browser.press(`Make primary: ${initial}`);
    expect(page.status).toBe(403);
    expect(page.text).toContain('It takes the role Global Administrator');
  });

  it('are not reached by an account of another tenant', async () => {
    await world.browser.open(`/portal/${world.tenant('healthy').tenantId}/domains`);
    await world.browser.press('Use another account');
    const page = await world.browser.press('Next', {
      practice_account: world.account('odd', 'globalAdministrator').userPrincipalName,
    });
    expect(page.text).toContain('AADSTS50020');
  });
});
