import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demandOf, setSignInRule } from '../entra/sign-in-rules.ts';
import type { SignInRuleName } from '../world/sign-in-rule-names.ts';
import { graphBaseUrl, openPagesWorld } from '../../test/support/practice-pages/pages-world.ts';
import type { PagesWorld } from '../../test/support/practice-pages/pages-world.ts';

let world: PagesWorld;
beforeEach(() => {
  world = openPagesWorld();
});
afterEach(() => world.remove());

function demand(name: SignInRuleName, more: { everyMinutes?: number; user?: string } = {}): void {
  const { store } = world;
  const rule = {
    name,
    userPrincipalName: more.user ?? null,
    everyMinutes: more.everyMinutes ?? null,
  };
  setSignInRule(store.world, world.tenant('healthy'), rule, store.clock.now());
}

function signInLink(): string {
  const parameters = new URLSearchParams({
    client_id: world.connector.clientId,
    response_type: 'code',
    redirect_uri: 'http://localhost:61234',
    scope: `openid ${graphBaseUrl}/User.Read`,
    state: 'abc',
  });
  return `/${world.tenant('healthy').tenantId}/oauth2/v2.0/authorize?${parameters}`;
}

function administrator(): string {
  return world.account('healthy', 'globalAdministrator').userPrincipalName;
}

/** The demands that the administrator doesn't meet yet. */
function leftOver(): string | undefined {
  const account = world.account('healthy', 'globalAdministrator');
  return demandOf(world.tenant('healthy'), account, world.store.clock.now())?.rule.name;
}

describe('A demand of Conditional Access', () => {
  it.each([
    ['mfa', 'Approve the sign-in request', 'Approve'],
    ['mfaExpired', 'Approve the sign-in request', 'Approve'],
    ['mfaRegistration', 'More information required', 'Register'],
    ['externalChallenge', 'Continue with your organization’s provider', 'Continue'],
  ] as const)('%s is met on a page of its own, once', async (name, heading, button) => {
    const { browser } = world;
    demand(name);
    await browser.open(signInLink());
    expect((await browser.press(administrator())).heading).toBe(heading);
    expect((await browser.press(button)).location).toContain('code=');
    expect(leftOver()).toBeUndefined();
    await browser.open(signInLink());
    expect((await browser.press(administrator())).location).toContain('code=');
  });

  it.each([
    ['block', 53003],
    ['compliantDevice', 53000],
    ['joinedDevice', 53001],
    ['approvedApp', 53002],
    ['deviceAuthentication', 50097],
  ] as const)('%s ends on a page that says %i', async (name, code) => {
    const { browser } = world;
    demand(name);
    await browser.open(signInLink());
    const page = await browser.press(administrator());
    expect(page).toMatchObject({ status: 400, location: null });
    expect(page.text).toContain(`AADSTS${code}`);
  });

  it('that is refused ends on a page, and is still there', async () => {
    const { browser } = world;
    demand('mfa');
    await browser.open(signInLink());
    await browser.press(administrator());
    expect((await browser.press('Deny')).text).toContain('AADSTS50074');
    expect(leftOver()).toBe('mfa');
  });

  it('comes before the question of admin consent, and not for others', async () => {
    const { browser } = world;
    demand('mfa', { user: administrator() });
    const link = `/${world.tenant('healthy').tenantId}/adminconsent?client_id=${world.connector.clientId}`;
    await browser.open(link);
    const other = world.account('healthy', 'privilegedRoleAdministrator').userPrincipalName;
    expect((await browser.press(other)).heading).toBe('Permissions requested');
    await browser.open(link);
    expect((await browser.press(administrator())).heading).toBe('Approve the sign-in request');
    expect((await browser.press('Approve')).heading).toBe('Permissions requested');
    expect((await browser.press('Accept')).heading).toBe('Granted');
  });

  it('for a sign-in now and then is met by the sign-in alone, until its time is over', async () => {
    const { browser } = world;
    demand('signInFrequency', { everyMinutes: 60 });
    expect(leftOver()).toBe('signInFrequency');
    await browser.open(signInLink());
    expect((await browser.press(administrator())).location).toContain('code=');
    expect(leftOver()).toBeUndefined();
    world.store.advance(60 * 60 * 1000);
    expect(leftOver()).toBe('signInFrequency');
  });

  it('for apps is not for people', () => {
    demand('blockApps');
    expect(leftOver()).toBeUndefined();
    expect(demandOf(world.tenant('healthy'), null, 0)?.code).toBe(53003);
    expect(demandOf(world.tenant('large'), null, 0)).toBeUndefined();
  });
});
