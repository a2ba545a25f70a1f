import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deletePrincipal, currentPrincipalOf } from '../world/principals.ts';
import { graphBaseUrl, openPagesWorld } from '../../test/support/practice-pages/pages-world.ts';
import type { PagesWorld } from '../../test/support/practice-pages/pages-world.ts';

let world: PagesWorld;
beforeEach(() => {
  world = openPagesWorld();
});
afterEach(() => world.remove());

const redirectUri = 'http://localhost:61234';

function link(key: string, changes: Record<string, string | null> = {}, form = '/v2.0'): string {
  const parameters = new URLSearchParams({
    client_id: world.connector.clientId,
    scope: `${graphBaseUrl}/.default`,
    redirect_uri: redirectUri,
    state: 'abc',
  });
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  const part = key.includes('.') || key === 'organizations' ? key : world.tenant(key).tenantId;
  return `/${part}${form}/adminconsent?${parameters}`;
}

function answered(location: string | null): Record<string, string> {
  expect(location).toMatch(/^http:\/\/localhost:61234\/\?/);
  return Object.fromEntries(new URL(location ?? '').searchParams);
}

describe('Admin consent', () => {
  it('lists the tenant’s accounts and its technicians, and asks with Accept and Cancel', async () => {
    const { browser } = world;
    const picker = await browser.open(link('neverGranted'));
    expect(picker.heading).toBe('Pick an account');
    const technician = world.technician('privilegedRoleAdministrator').userPrincipalName;
    const names = world.tenant('neverGranted').accounts.map((one) => one.userPrincipalName);
    expect(picker.buttons).toEqual(expect.arrayContaining([...names, technician]));
    expect(picker.buttons.at(-1)).toBe('Use another account');
    expect(picker.text).toContain('PRACTICE · nothing here is Microsoft');

    const question = await browser.press(
      world.account('neverGranted', 'globalAdministrator').userPrincipalName,
    );
    expect(question.heading).toBe('Permissions requested');
    expect(question.buttons).toEqual(['Accept', 'Cancel']);
    for (const words of [
      'Northlight Directory Connector',
      '(verified)',
      'Harbour & Finch Architects',
      'Directory.Read.All · without a signed-in user',
      'Read group memberships GroupMember.Read.All · as the user',
    ]) {
      expect(question.text).toContain(words);
    }
  });

  it('grants on Accept and answers the app with the tenant, the scopes and the state', async () => {
    const { browser } = world;
    const tenant = world.tenant('neverGranted');
    await browser.open(link('neverGranted'));
    await browser.press(world.technician('privilegedRoleAdministrator').userPrincipalName);
    const page = await browser.press('Accept');
    expect(page.status).toBe(302);
    const fields = answered(page.location);
    expect(Object.keys(fields)).toEqual(['admin_consent', 'tenant', 'scope', 'state']);
    expect(fields).toMatchObject({ admin_consent: 'True', tenant: tenant.tenantId, state: 'abc' });
    expect(fields['scope']?.split(' ')).toContain(`${graphBaseUrl}/Directory.Read.All`);
    const principal = currentPrincipalOf(tenant, world.connector.clientId);
    expect(tenant.appRoleAssignments.map((one) => one.principalId)).toEqual([principal?.objectId]);
    expect(world.log.newest(1)).toMatchObject([
      { service: 'pages', route: 'v2.0/adminconsent', status: 302, tenantId: tenant.tenantId },
    ]);
  });

  it('answers v1 in its own order, without a scope', async () => {
    const { browser } = world;
    await browser.open(link('neverGranted', { scope: null }, ''));
    await browser.press(world.account('neverGranted', 'globalAdministrator').userPrincipalName);
    const fields = answered((await browser.press('Accept')).location);
    expect(Object.keys(fields)).toEqual(['tenant', 'state', 'admin_consent']);
  });

  it('ends the short form on its own page', async () => {
    const { browser } = world;
    await browser.open(link('neverGranted', { scope: null, redirect_uri: null }, ''));
    await browser.press(world.account('neverGranted', 'globalAdministrator').userPrincipalName);
    const page = await browser.press('Accept');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Granted. You can close this page.');
  });

  it('takes a verified domain for the tenant, and for `organizations` the account’s home', async () => {
    for (const part of ['harbourfinch.example', 'organizations']) {
      const browser = world.newBrowser();
      await browser.open(link(part));
      await browser.press('Use another account');
      await browser.press('Next', {
        practice_account: world.account('neverGranted', 'globalAdministrator').userPrincipalName,
      });
      const fields = answered((await browser.press('Accept')).location);
      expect(fields['tenant']).toBe(world.tenant('neverGranted').tenantId);
      world.store.advance(10 * 60_000);
    }
  });

  it.each([
    ['consentRequired', { error: 'consent_required', admin_consent: 'True', state: 'abc' }],
    [
      'permissionDenied',
      { error: 'permission_denied', error_description: 'The admin canceled the request' },
    ],
    [
      'accessDenied',
      {
        error: 'access_denied',
        error_description: 'the user canceled the authentication',
        state: 'abc',
      },
    ],
  ] as const)('answers Cancel in the shape %s and grants nothing', async (shape, expected) => {
    const { browser, store } = world;
    store.change(() => (store.world.settings.consentShape = shape));
    await browser.open(link('neverGranted'));
    await browser.press(world.account('neverGranted', 'globalAdministrator').userPrincipalName);
    const { error_description: said, ...fields } = answered(
      (await browser.press('Cancel')).location,
    );
    const { error_description: wanted, ...others } = { error_description: undefined, ...expected };
    expect(fields).toEqual(others);
    expect(said).toMatch(wanted ?? /^AADSTS65004: .*\r\nTrace ID: .*\r\nCorrelation ID: .*\r\n/);
    expect(world.tenant('neverGranted').appRoleAssignments).toEqual([]);
  });

  it('tells the app of a registration that requires nothing', async () => {
    const { browser, store } = world;
    store.change(() => (world.connector.requiredResourceAccess = []));
    await browser.open(link('neverGranted'));
    const page = await browser.press(
      world.account('neverGranted', 'globalAdministrator').userPrincipalName,
    );
    const fields = answered(page.location);
    expect(fields).toMatchObject({ error: 'access_denied', admin_consent: 'True', state: 'abc' });
    expect(fields['error_description']).toMatch(/^AADSTS1003031: /);
  });
});

describe('Admin consent comes to a dead end', () => {
  it.each([
    ['a redirect URI with another path', { redirect_uri: `${redirectUri}/other` }, 50011],
    ['a redirect URI on another host', { redirect_uri: 'https://evil.example/' }, 50011],
    ['an unknown app', { client_id: '11111111-1111-4111-8111-111111111111' }, 700016],
    ['no redirect URI in v2', { redirect_uri: null }, 900144],
    ['no scope in v2', { scope: null }, 900144],
    ['.default among other scopes', { scope: `${graphBaseUrl}/.default User.Read` }, 70011],
  ])('for %s', async (_what, changes, code) => {
    const page = await world.browser.open(link('neverGranted', changes));
    expectDeadEnd(page, code);
  });

  it('for an unknown tenant', async () => {
    expectDeadEnd(await world.browser.open(link('nobody.example')), 90002);
  });

  it('for an app that Microsoft disabled', async () => {
    world.store.change(() => (world.connector.disabledByMicrosoft = true));
    expectDeadEnd(await world.browser.open(link('neverGranted')), 7000112);
  });

  it('for an account of another directory, and for one that is nobody’s', async () => {
    const { browser } = world;
    for (const [typed, code] of [
      [world.account('healthy', 'globalAdministrator').userPrincipalName, 50020],
      ['nobody@nowhere.example', 50034],
    ] as const) {
      await browser.open(link('neverGranted'));
      await browser.press('Use another account');
      expectDeadEnd(await browser.press('Next', { practice_account: typed }), code);
    }
  });

  it.each(['cloudApplicationAdministrator', 'none'] as const)(
    'for the role %s, since an application permission is asked for',
    async (role) => {
      const { browser } = world;
      await browser.open(link('neverGranted'));
      const page = await browser.press(world.account('neverGranted', role).userPrincipalName);
      expect(page.heading).toBe('Need admin approval');
      expect(page.status).toBe(400);
      expect(page.text).toContain('AADSTS90094');
    },
  );

  it('for a grant too soon after a deletion', async () => {
    const { browser, store } = world;
    const tenant = world.tenant('healthy');
    const objectId = currentPrincipalOf(tenant, world.connector.clientId)?.objectId ?? '';
    store.change(() => {
      store.world.settings.effect = { token: 30_000, graph: 30_000, index: 30_000 };
      deletePrincipal(tenant, objectId, store.clock.now());
    });
    await browser.open(link('healthy'));
    await browser.press(world.account('healthy', 'globalAdministrator').userPrincipalName);
    expectDeadEnd(await browser.press('Accept'), 650051);
  });

  it('for a form that another browser was given', async () => {
    const foreign = world.newBrowser();
    await foreign.open(link('neverGranted'));
    const { browser } = world;
    await browser.open(link('neverGranted'));
    const upn = world.account('neverGranted', 'globalAdministrator').userPrincipalName;
    expectDeadEnd(await browser.press(upn, { practice_token: 'x'.repeat(43) }), 9002313);
  });
});

describe('The consent pages', () => {
  it('escape what a request brings along', async () => {
    const page = await world.browser.open(link('neverGranted', { state: '"><script>x</script>' }));
    expect(page.markup).not.toContain('<script>');
    expect(page.markup).toContain('&lt;script&gt;');
    await world.browser.press(
      world.account('neverGranted', 'globalAdministrator').userPrincipalName,
    );
    expect(answered((await world.browser.press('Accept')).location)['state']).toBe('">x');
  });

  it('run no script and send forms nowhere but here and to the app', async () => {
    const page = await world.browser.open(link('neverGranted'));
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:61234");
    expect(policy).not.toContain('script-src');
  });
});

function expectDeadEnd(
  page: { status: number; heading: string; text: string; location: string | null },
  code: number,
): void {
  expect(page.text).toContain(`AADSTS${code}`);
  expect(page.heading).toBe('Sorry, we could not sign you in');
  expect(page.status).toBe(400);
  expect(page.location).toBeNull();
  expect(page.text).toMatch(/Correlation ID [0-9a-f-]{36} Timestamp \d{4}-/);
}
