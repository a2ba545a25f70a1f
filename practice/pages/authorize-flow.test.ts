import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentPrincipalOf } from '../world/principals.ts';
import type { ServicePrincipal } from '../world/types.ts';
import { graphBaseUrl, openPagesWorld } from '../../test/support/practice-pages/pages-world.ts';
import type { PagesWorld } from '../../test/support/practice-pages/pages-world.ts';

let world: PagesWorld;
beforeEach(() => {
  world = openPagesWorld();
});
afterEach(() => world.remove());

const redirectUri = 'http://localhost:61234/';

function link(key: string, changes: Record<string, string | null> = {}): string {
  const parameters = new URLSearchParams({
    client_id: world.connector.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirectUri,
    scope: `openid profile offline_access ${graphBaseUrl}/User.Read`,
    state: 'abc',
    code_challenge: 'challenge',
    code_challenge_method: 'S256',
    nonce: 'once',
  });
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  const part = key === 'organizations' ? key : world.tenant(key).tenantId;
  return `/${part}/oauth2/v2.0/authorize?${parameters}`;
}

function answered(location: string | null): Record<string, string> {
  expect(location).toMatch(/^http:\/\/localhost:61234\/\?/);
  return Object.fromEntries(new URL(location ?? '').searchParams);
}

function principalAt(key: string): ServicePrincipal {
  const found = currentPrincipalOf(world.tenant(key), world.connector.clientId);
  if (found === undefined) throw new Error(`The connector is not granted at ${key}.`);
  return found;
}

describe('Sign-in', () => {
  it('gives the app a code for whoever was picked, with its challenge, nonce and state', async () => {
    const { browser } = world;
    const account = world.account('healthy', 'none');
    await browser.open(link('healthy'));
    const fields = answered((await browser.press(account.userPrincipalName)).location);
    expect(fields['state']).toBe('abc');
    expect(world.codes.redeem(fields['code'] ?? '')).toMatchObject({
      kind: 'good',
      grant: {
        clientId: world.connector.clientId,
        tenantId: world.tenant('healthy').tenantId,
        account: { objectId: account.objectId },
        scopes: ['openid', 'profile', 'offline_access', 'User.Read'],
        redirectUri,
        codeChallenge: 'challenge',
        nonce: 'once',
      },
    });
  });

  it('posts the answer when the app wants form_post, by hand where scripts are off', async () => {
    const { browser } = world;
    await browser.open(link('healthy', { response_mode: 'form_post' }));
    const page = await browser.press(world.account('healthy', 'none').userPrincipalName);
    expect(page.buttons).toEqual(['Continue']);
    expect(page.markup).toContain(`action="${redirectUri}"`);
    const code = /name="code" value="([^"]+)"/.exec(page.markup)?.[1] ?? '';
    expect(world.codes.redeem(code).kind).toBe('good');
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'nonce-[^']+'/);
  });

  it('offers the hinted account first', async () => {
    const hint = world.account('healthy', 'none').userPrincipalName;
    const page = await world.browser.open(link('healthy', { login_hint: hint }));
    expect(page.buttons[0]).toBe(hint);
  });

  it('gives a technician the role of the customer’s tenant', async () => {
    const { browser } = world;
    await browser.open(link('healthy'));
    const page = await browser.press(world.technician('directoryReaders').userPrincipalName);
    const redeemed = world.codes.redeem(answered(page.location)['code'] ?? '');
    expect(redeemed).toMatchObject({ grant: { account: { role: 'directoryReaders' } } });
  });

  it('asks for consent where scopes are missing, and grants them for that person alone', async () => {
    const { browser } = world;
    const account = world.account('neverGranted', 'none');
    await browser.open(link('neverGranted'));
    const question = await browser.press(account.userPrincipalName);
    expect(question.heading).toBe('Permissions requested');
    answered((await browser.press('Accept')).location);
    expect(world.tenant('neverGranted').permissionGrants).toMatchObject([
      { consentType: 'Principal', principalId: account.objectId, scope: 'User.Read' },
    ]);
  });

  it('tells the app when consent was canceled', async () => {
    const { browser } = world;
    await browser.open(link('healthy', { prompt: 'consent' }));
    await browser.press(world.account('healthy', 'none').userPrincipalName);
    expect(answered((await browser.press('Cancel')).location)).toEqual({
      error: 'access_denied',
      error_description: 'the user canceled the authentication',
      state: 'abc',
    });
    expect(principalAt('healthy').accountEnabled).toBe(true);
  });

  it.each([
    ['a silent request', { prompt: 'none' }, 'login_required', 50058],
    ['another response type', { response_type: 'token' }, 'unsupported_response_type', 700054],
    ['a foreign resource', { scope: 'https://other.example/Read' }, 'invalid_resource', 500011],
    ['an unknown scope', { scope: 'Nothing.Read' }, 'invalid_client', 650053],
    ['.default among others', { scope: '.default User.Read' }, 'invalid_scope', 70011],
    ['no scope', { scope: null }, 'invalid_request', 900144],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request', 9002313],
  ])('tells the app of %s', async (_what, changes, error, code) => {
    const fields = answered((await world.browser.open(link('healthy', changes))).location);
    expect(fields).toMatchObject({ error, state: 'abc' });
    expect(fields['error_description']).toMatch(new RegExp(`^AADSTS${code}: `));
  });
});

describe('Sign-in comes to a dead end', () => {
  async function pressed(key: string, upn: string, changes = {}) {
    await world.browser.open(link(key, changes));
    return await world.browser.press(upn);
  }

  it('where assignment is required and the person is not assigned', async () => {
    const account = world.account('healthy', 'none');
    const principal = principalAt('healthy');
    world.store.change(() => (principal.appRoleAssignmentRequired = true));
    const refused = await pressed('healthy', account.userPrincipalName);
    expect(refused).toMatchObject({ status: 400, location: null });
    expect(refused.text).toContain('AADSTS50105');
    world.store.change(() => principal.assignedUsers.push(account.objectId));
    answered((await pressed('healthy', account.userPrincipalName)).location);
  });

  it('where the enterprise application is switched off', async () => {
    world.store.change(() => (principalAt('healthy').accountEnabled = false));
    const page = await pressed('healthy', world.account('healthy', 'none').userPrincipalName);
    expect(page.text).toContain('AADSTS7000112');
  });

  it('where a technician comes before the app is authorized in the tenant', async () => {
    const page = await pressed(
      'neverGranted',
      world.technician('privilegedRoleAdministrator').userPrincipalName,
    );
    expect(page.text).toContain('AADSTS90099');
  });

  it('where the scopes take an administrator', async () => {
    const page = await pressed(
      'neverGranted',
      world.account('neverGranted', 'none').userPrincipalName,
      { scope: `${graphBaseUrl}/GroupMember.Read.All` },
    );
    expect(page.heading).toBe('Need admin approval');
  });
});
