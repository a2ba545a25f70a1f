import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphBaseUrl, openPagesWorld } from '../../test/support/practice-pages/pages-world.ts';
import type { PagesWorld } from '../../test/support/practice-pages/pages-world.ts';

let world: PagesWorld;
beforeEach(() => {
  world = openPagesWorld();
});
afterEach(() => world.remove());

function consentLink(): string {
  const parameters = new URLSearchParams({
    client_id: world.connector.clientId,
    redirect_uri: 'http://localhost:61234',
    scope: `${graphBaseUrl}/.default`,
    state: 'abc',
  });
  return `/${world.tenant('neverGranted').tenantId}/v2.0/adminconsent?${parameters}`;
}

function fails(fault: object): void {
  world.faults.set({ faults: [{ type: 'aadsts', endpoint: 'adminconsent', ...fault }] });
}

function administrator(): string {
  return world.account('neverGranted', 'globalAdministrator').userPrincipalName;
}

function answered(location: string | null): Record<string, string> {
  return Object.fromEntries(new URL(location ?? '').searchParams);
}

describe('A number of Entra’s, on demand', () => {
  it('ends on a page after the sign-in, once, and then all is well', async () => {
    const { browser } = world;
    fails({ code: 500213 });
    await browser.open(consentLink());
    expect((await browser.press(administrator())).text).toContain('AADSTS500213: The resource');
    await browser.open(consentLink());
    expect((await browser.press(administrator())).heading).toBe('Permissions requested');
  });

  it('goes back to the app where Entra does, with admin_consent=True beside the error', async () => {
    const { browser } = world;
    fails({ code: 65004, moment: 'accept' });
    await browser.open(consentLink());
    await browser.press(administrator());
    const fields = answered((await browser.press('Accept')).location);
    expect(fields).toMatchObject({
      admin_consent: 'True',
      error: 'consent_required',
      state: 'abc',
    });
    expect(fields['error_description']).toContain('AADSTS65004');
    expect(world.tenant('neverGranted').appRoleAssignments).toEqual([]);
  });

  it('can be sent where it would not go, always, for one tenant, before anybody signs in', async () => {
    const { browser } = world;
    const { tenantId } = world.tenant('neverGranted');
    fails({ code: 90094, moment: 'open', place: 'redirect', count: 'always', tenantId });
    for (let time = 0; time < 3; time += 1) {
      const fields = answered((await browser.open(consentLink())).location);
      expect(fields['error_description']).toContain('AADSTS90094');
    }
    fails({ code: 90094, moment: 'open', tenantId: world.tenant('large').tenantId });
    expect((await browser.open(consentLink())).heading).toBe('Pick an account');
  });

  it('ends on a page in the short form, which has no way back', async () => {
    fails({ code: 65004, moment: 'open' });
    const { tenantId } = world.tenant('neverGranted');
    const page = await world.browser.open(
      `/${tenantId}/adminconsent?client_id=${world.connector.clientId}`,
    );
    expect(page.text).toContain('AADSTS65004');
  });
});
