import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cloud } from '../clouds/cloud.ts';
import type { Clock, Random } from '../kernel/ports.ts';
import { openConsent } from './consent.ts';
import type { Connector, OpenConsent } from './identity.ts';

const tenantId = '0a1b2c3d-1111-4222-8333-444455556666';
const cloud: Cloud = {
  name: 'custom',
  label: 'Practice',
  authorityBaseUrl: 'https://127.0.0.1:5001',
  graphBaseUrl: 'https://127.0.0.1:5002',
  portalBaseUrl: 'http://localhost:5003',
  browserBaseUrl: 'http://localhost:5003',
};
const connector: Connector = {
  cloud,
  credential: null,
  profile: {
    id: '11111111-1111-4111-8111-111111111111',
    name: 'Connector',
    clientId: '22222222-2222-4222-8222-222222222222',
    cloud: { kind: 'custom', file: 'cloud.json' },
    owner: 'ours',
    requiredPermissions: [],
    landingPage: null,
    backend: null,
    createdAt: 0,
  },
};
let seed = 0;
const random: Random = {
  guid: () => tenantId,
  bytes: (length) => new Uint8Array(length).fill((seed += 1)),
  fraction: () => 0.5,
};
/** The time does not advance: a listener runs until it is closed. */
const clock: Clock = {
  now: () => 0,
  sleep: (_, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
};

let consent: OpenConsent;
let redirect: URL;
let state: string;
beforeEach(async () => {
  consent = await openConsent({ clock, random }, connector, tenantId);
  const asked = new URL(consent.url).searchParams;
  redirect = new URL(asked.get('redirect_uri') ?? '');
  state = asked.get('state') ?? '';
});
afterEach(() => consent.close());

/** The browser's request when Microsoft redirects it back. */
function comeBack(query: Readonly<Record<string, string | undefined>>): Promise<Response> {
  const url = new URL(redirect);
  url.hostname = '127.0.0.1';
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return fetch(url);
}

/** Whether the answer is still pending after all due work has run. */
async function isOpen(): Promise<boolean> {
  const nothing = Symbol('nothing');
  const later = new Promise((resolve) => setImmediate(() => resolve(nothing)));
  return (await Promise.race([consent.answer, later])) === nothing;
}

describe('the consent link', () => {
  it('is pinned to the tenant, on the pages host, with nothing secret', () => {
    const url = new URL(consent.url);
    expect(url.origin + url.pathname).toBe(`http://localhost:5003/${tenantId}/v2.0/adminconsent`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: connector.profile.clientId,
      scope: 'https://127.0.0.1:5002/.default',
      redirect_uri: `http://localhost:${redirect.port}`,
      state,
    });
    expect(Buffer.from(state, 'base64url')).toHaveLength(32);
  });
});

describe('an accepted consent', () => {
  it('is the answer, with the tenant as a hint', async () => {
    const response = await comeBack({
      tenant: tenantId.toUpperCase(),
      state,
      admin_consent: 'True',
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('You can close this tab and return to Evergrant');
    expect(await consent.answer).toEqual({ kind: 'accepted', tenantHint: tenantId });
  });

  it('shows a page that runs nothing and loads nothing', async () => {
    const response = await comeBack({ state, admin_consent: 'true' });
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toMatch(/<script|https?:/);
  });

  it('that comes twice is received once, calmly', async () => {
    await comeBack({ state, admin_consent: 'True' });
    const again = await comeBack({ state, error: 'access_denied' });
    expect(again.status).toBe(200);
    expect(await again.text()).toContain('already has this answer');
    expect(await consent.answer).toMatchObject({ kind: 'accepted' });
  });
});

describe('a declined consent', () => {
  it.each([
    {
      error: 'consent_required',
      error_description:
        'AADSTS65004: The resource owner declined.\r\nTrace ID: 11111111-2222-3333-4444-555555555555\r\nCorrelation ID: 21111111-2222-3333-4444-555555555555\r\nTimestamp: 2026-11-24 10:00:00Z',
      admin_consent: 'True',
    },
    { error: 'permission_denied', error_description: 'The admin canceled the request' },
    { error: 'access_denied', error_description: 'the user canceled the authentication' },
  ])('as $error', async (query) => {
    await comeBack({ ...query, state });
    expect(await consent.answer).toMatchObject({
      kind: 'declined',
      error: { code: 'consent.declined' },
    });
  });
});

it('declining without a state, as documented, is a decline', async () => {
  await comeBack({
    error: 'permission_denied',
    error_description: 'The admin canceled the request',
  });
  expect(await consent.answer).toMatchObject({ kind: 'declined' });
});

describe('a failed consent', () => {
  it('keeps the code of Microsoft, although admin_consent is True', async () => {
    await comeBack({
      error: 'access_denied',
      error_description: 'AADSTS1003031: Misconfigured required resource access.',
      admin_consent: 'True',
      state,
    });
    expect(await consent.answer).toMatchObject({
      kind: 'failed',
      error: { code: 'aadsts.1003031' },
    });
  });

  it.each([
    [{ error: 'server_error' }, 'consent.failed'],
    [{ tenant: tenantId }, 'consent.unreadable'],
    [{ admin_consent: 'False' }, 'consent.unreadable'],
  ])('%o', async (query, code) => {
    await comeBack({ ...query, state });
    expect(await consent.answer).toMatchObject({ kind: 'failed', error: { code } });
  });
});

describe('what settles nothing', () => {
  it.each([
    ['a forged state', () => comeBack({ state: 'A'.repeat(43), admin_consent: 'True' }), 400],
    ['no state', () => comeBack({ error: 'access_denied' }), 400],
    ['an accept without a state', () => comeBack({ admin_consent: 'True', tenant: tenantId }), 400],
    [
      'a decline with a state that is not ours',
      () => comeBack({ error: 'permission_denied', state: 'x' }),
      400,
    ],
    [
      'a decline without a state that says more',
      () => comeBack({ error: 'permission_denied', admin_consent: 'True' }),
      400,
    ],
    [
      'the state twice',
      () => fetch(`${redirect.href}?state=${state}&state=${state}&admin_consent=True`),
      400,
    ],
    ['an icon', () => fetch(new URL('/favicon.ico', redirect)), 204],
    ['another path', () => fetch(new URL(`/x?state=${state}&admin_consent=True`, redirect)), 404],
    ['a POST', () => fetch(`${redirect.href}?state=${state}`, { method: 'POST' }), 405],
  ])('%s', async (_, send, status) => {
    expect((await send()).status).toBe(status);
    expect(await isOpen()).toBe(true);
  });
});

describe('giving up', () => {
  it('rejects the answer as cancelled and frees the port', async () => {
    await consent.close();
    await expect(consent.answer).rejects.toMatchObject({ name: 'CancelledError' });
    await expect(comeBack({ state, admin_consent: 'True' })).rejects.toThrow('fetch failed');
  });

  it('leaves an answer that came before', async () => {
    await comeBack({ state, admin_consent: 'True' });
    await consent.close();
    expect(await consent.answer).toMatchObject({ kind: 'accepted' });
  });
});
