import { X509Certificate } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCredential } from '../certificates/issue.ts';
import type { SeenPage } from '../../test/support/practice-pages/page-browser.ts';
import { graphBaseUrl, openPagesWorld } from '../../test/support/practice-pages/pages-world.ts';
import type { PagesWorld } from '../../test/support/practice-pages/pages-world.ts';
import { registrationsOf } from '../world/registrations.ts';
import { currentPrincipalOf } from '../world/principals.ts';
import type { AppRegistration, DirectoryRole } from '../world/types.ts';

let world: PagesWorld;
let certificate: string;
let expired: string;
beforeAll(async () => {
  const now = 1_800_000_000_000;
  const tenYears = 3_650 * 24 * 60 * 60 * 1000;
  certificate = (await issueCredential('Laptop of Sanne', now)).certificate;
  expired = (await issueCredential('Old laptop', now - tenYears)).certificate;
});
beforeEach(() => {
  world = openPagesWorld();
});
afterEach(() => world.remove());

/** Opens a page of the partner's portal, through the preceding sign-in. */
async function openAs(role: DirectoryRole, path: string): Promise<SeenPage> {
  await world.browser.open(`/portal/${world.tenant('partner').tenantId}${path}`);
  return await world.browser.press(world.account('partner', role).userPrincipalName);
}

async function registered(audience = 'multiple'): Promise<AppRegistration> {
  await openAs('cloudApplicationAdministrator', '/registrations/new');
  const page = await world.browser.press('Register', {
    practice_name: 'Evergrant connector',
    practice_audience: audience,
  });
  expect(page.heading).toBe('Evergrant connector');
  const found = registrationsOf(world.store.world, world.tenant('partner')).at(-1);
  if (found === undefined) throw new Error('nothing was registered');
  return found;
}

async function open({ clientId }: AppRegistration, section: string): Promise<SeenPage> {
  const { tenantId } = world.tenant('partner');
  return await world.browser.open(`/portal/${tenantId}/registrations/${clientId}${section}`);
}

describe('A new registration', () => {
  it('begins with User.Read, without a redirect, for its own tenant alone', async () => {
    const made = await registered('single');
    expect(made).toMatchObject({ multiTenant: false, redirectUris: [], certificates: [] });
    expect(made.publisher).toEqual({ name: 'Northlight Managed Services', verified: false });
    const permissions = await open(made, '/permissions');
    expect(permissions.buttons).toContain('Remove: User.Read (delegated)');
    expect(currentPrincipalOf(world.tenant('partner'), made.clientId)).toBeDefined();
    const list = await world.browser.open(
      `/portal/${world.tenant('partner').tenantId}/registrations`,
    );
    expect(list.text).toContain('Northlight Directory Connector');
    expect(list.text).toContain(made.clientId);
  });

  it.each(['none', 'privilegedRoleAdministrator'] as const)(
    'is not for the role %s, which is told why',
    async (role) => {
      const page = await openAs(role, '/registrations/new');
      expect(page.status).toBe(403);
      expect(page.text).toContain('It takes the role Application Administrator');
    },
  );

  it('needs a name', async () => {
    await openAs('globalAdministrator', '/registrations/new');
    const page = await world.browser.press('Register', { practice_name: ' ' });
    expect(page).toMatchObject({ status: 400 });
    expect(page.text).toContain('Enter a name.');
  });
});

describe('Its pages', () => {
  it('take redirect URIs by Entra’s rules', async () => {
    const made = await registered();
    await open(made, '/authentication');
    const add = async (uri: string) =>
      await world.browser.press('Add redirect URI', { practice_uri: uri });
    expect((await add('http://127.0.0.1')).text).toContain('"https://" or "http://localhost"');
    expect((await add('http://localhost')).text).toContain('Mobile and desktop applications');
    expect((await add('http://localhost')).text).toContain('Is already registered.');
    expect(made.redirectUris).toEqual([{ uri: 'http://localhost', platform: 'publicClient' }]);
    await world.browser.press('Remove: http://localhost');
    expect(made.redirectUris).toEqual([]);
  });

  it('take certificates beside each other, show their thumbprints, and delete one', async () => {
    const made = await registered();
    await open(made, '/credentials');
    const upload = async (text: string) =>
      await world.browser.press('Upload certificate', { practice_certificate: text });
    const page = await upload(certificate);
    const print = new X509Certificate(certificate).fingerprint.replaceAll(':', '');
    expect(page.text).toContain(print);
    expect(page.text).toContain('Laptop of Sanne');
    expect((await upload(certificate)).text).toContain('already on the application');
    expect((await upload(expired)).text).toContain('in the past');
    expect((await upload('Hello')).text).toContain('This is not a certificate.');
    expect((await upload('-----BEGIN PRIVATE KEY-----')).text).toContain('private key');
    await world.browser.press(`Delete: ${print}`);
    expect(made.certificates).toEqual([]);
  });

  it('show a new secret once', async () => {
    const made = await registered();
    await open(made, '/credentials');
    const page = await world.browser.press('New client secret', { practice_months: '12' });
    const value = /class="once">([^<]+)</.exec(page.markup)?.[1] ?? '';
    expect(value).toHaveLength(40);
    expect((await open(made, '/credentials')).text).not.toContain(value);
    expect(JSON.stringify(made.secrets)).not.toContain(value);
  });

  it('add and remove permissions, which consent then asks for', async () => {
    const made = await registered();
    await open(made, '/authentication');
    await world.browser.press('Add redirect URI', { practice_uri: 'http://localhost' });
    await open(made, '/permissions');
    for (const permission of ['application Directory.Read.All', 'delegated GroupMember.Read.All']) {
      await world.browser.press('Add permission', { practice_permission: permission });
    }
    await world.browser.press('Remove: User.Read (delegated)');
    const { tenantId } = world.tenant('neverGranted');
    const browser = world.newBrowser();
    const scope = encodeURIComponent(`${graphBaseUrl}/.default`);
    await browser.open(
      `/${tenantId}/v2.0/adminconsent?client_id=${made.clientId}&scope=${scope}&redirect_uri=${encodeURIComponent('http://localhost:4711')}`,
    );
    const admin = world.account('neverGranted', 'globalAdministrator').userPrincipalName;
    const page = await browser.press(admin);
    expect(page.text).toContain('Northlight Managed Services (unverified)');
    expect(page.text).toContain('Directory.Read.All');
    expect(page.text).toContain('GroupMember.Read.All');
    expect(page.text).not.toContain('User.Read ');
  });

  it('let practice verify the publisher', async () => {
    const made = await registered();
    await open(made, '');
    const page = await world.browser.press('Practice: verify the publisher');
    expect(page.text).toContain('Northlight Managed Services (verified)');
    expect(made.publisher.verified).toBe(true);
  });

  it('delete it, after a Yes, for every tenant', async () => {
    const made = await registered();
    await open(made, '');
    await world.browser.press('Delete');
    const list = await world.browser.press('Yes');
    expect(list.text).toContain('Deleted.');
    expect(list.text).not.toContain(made.clientId);
    expect(currentPrincipalOf(world.tenant('partner'), made.clientId)).toBeUndefined();
    const gone = await world.browser.open(
      `/${world.tenant('healthy').tenantId}/adminconsent?client_id=${made.clientId}`,
    );
    expect(gone.text).toContain('AADSTS700016');
  });
});

describe('A single-tenant application', () => {
  it('is not found elsewhere, and has no address without a tenant', async () => {
    const made = await registered('single');
    const at = async (tenant: string) =>
      (await world.browser.open(`/${tenant}/adminconsent?client_id=${made.clientId}`)).text;
    expect(await at(world.tenant('healthy').tenantId)).toContain('AADSTS700016');
    expect(await at('organizations')).toContain('AADSTS50194');
  });

  it('becomes multi-tenant on its Authentication page', async () => {
    const made = await registered('single');
    await open(made, '/authentication');
    await world.browser.press('Save account types', { practice_audience: 'multiple' });
    expect(made.multiTenant).toBe(true);
  });
});
