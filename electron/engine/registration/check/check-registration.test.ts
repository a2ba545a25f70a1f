import { beforeEach, describe, expect, test } from 'vitest';
import { connector } from '../../../../test/support/fake-tenant.ts';
import type { RegistrationCheck } from '../../../contract/set-up.ts';
import { errorOf, EvergrantError } from '../../errors/evergrant-error.ts';
import { graphAppId } from '../../connectors/reading-permissions.ts';
import { checkRegistration } from './check-registration.ts';

const tenantId = 'aaaaaaaa-0000-4000-8000-000000000000';
const scope = (id: string) => ({ id, type: 'Scope' });
const role = (id: string) => ({ id, type: 'Role' });
const userRead = scope('e1fe6dd8-ba31-4d61-89e7-88639da4683d');
const groupMembers = scope('bc024368-1153-4739-b217-4326f2e966d0');
const directoryRead = role('7ab1d382-f21e-4acd-a863-ba3e13f7da61');
const openid = scope('37f7f235-527c-4136-accd-4a02d197296e');
const access = (...rows: readonly object[]) => [
  { resourceAppId: graphAppId, resourceAccess: rows },
];

/** Graph's answer for a registration without findings. */
const asItShouldBe = {
  id: 'dddddddd-0000-4000-8000-000000000000',
  appId: connector.profile.clientId,
  displayName: 'Acme Shield',
  signInAudience: 'AzureADMultipleOrgs',
  publicClient: { redirectUris: ['http://localhost'] },
  web: { redirectUris: [] },
  spa: { redirectUris: [] },
  requiredResourceAccess: access(directoryRead, userRead, groupMembers, openid),
  verifiedPublisher: { displayName: 'Contoso MSP', verifiedPublisherId: '1' },
};

const refused = (code: string, httpStatus: number) =>
  errorOf({ code, params: {}, retry: 'never', raw: { httpStatus, correlationId: 'c' } });
const forbidden = refused('graph.Authorization_RequestDenied', 403);

/** The MSP's own tenant: the answers of the token endpoint and of Graph. */
let home: {
  appToken: EvergrantError | null;
  noWayBack: boolean;
  person: boolean;
  answer: unknown;
  answerToPerson: unknown;
};
beforeEach(() => {
  home = {
    appToken: null,
    noWayBack: false,
    person: false,
    answer: asItShouldBe,
    answerToPerson: asItShouldBe,
  };
});

async function look() {
  const answered = (answer: unknown) => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const { checks, notGranted } = await checkRegistration(
    {
      identity: {
        discover: () => Promise.resolve({ tenantId }),
        appToken: async (_connector, _tenantId, { fresh }) => {
          expect(fresh).toBe(true);
          if (home.appToken) throw home.appToken;
          return { token: 'app' };
        },
        refusesRedirect: async () => home.noWayBack,
        forget: async () => {},
        delegatedToken: async () => (home.person ? { token: 'person' } : null),
      },
      graphs: {
        withToken: (_connector, token) => ({
          get: async () => answered(token === 'app' ? home.answer : home.answerToPerson),
        }),
      },
    },
    connector,
    tenantId,
  );
  const of = (kind: RegistrationCheck['kind']) => checks.find((one) => one.kind === kind);
  const verdicts = Object.fromEntries(checks.map(({ kind, verdict }) => [kind, verdict]));
  return { checks, notGranted, of, verdicts };
}

describe('a registration', () => {
  test('that is as it should be is right in every row', async () => {
    const { verdicts, of } = await look();
    expect(verdicts).toEqual({
      application: 'right',
      certificate: 'right',
      redirect: 'right',
      permissions: 'right',
      multiTenant: 'right',
      publisher: 'right',
    });
    expect(of('publisher')?.params).toEqual({ publisher: 'Contoso MSP' });
  });

  test.each([
    ['none', { publicClient: { redirectUris: [] } }, 'redirectMissing'],
    [
      'it under Web',
      { publicClient: null, web: { redirectUris: ['http://localhost'] } },
      'redirectOtherPlatform',
    ],
    [
      'it under Single-page application',
      { publicClient: null, spa: { redirectUris: ['http://localhost/'] } },
      'redirectOtherPlatform',
    ],
    [
      'one with a path',
      { publicClient: { redirectUris: ['http://localhost/x'] } },
      'redirectOtherForm',
    ],
    [
      'one with a slash',
      { publicClient: { redirectUris: ['http://localhost/'] } },
      'redirectOtherForm',
    ],
    [
      'the number for the name',
      { publicClient: { redirectUris: ['http://127.0.0.1'] } },
      'redirectOtherForm',
    ],
  ])('with %s for a redirect is told what to change', async (_, changes, found) => {
    home.answer = { ...asItShouldBe, ...changes };
    expect((await look()).of('redirect')).toMatchObject({ verdict: 'wrong', found });
  });

  test('that lacks a permission, or asks for another reading one, is told which', async () => {
    const member = scope('f6a3db3e-f7e8-4ed2-a414-557c8c9830be');
    home.answer = {
      ...asItShouldBe,
      requiredResourceAccess: access(userRead, groupMembers, member),
    };
    expect((await look()).of('permissions')).toMatchObject({
      verdict: 'wrong',
      found: 'permissionsDiffer',
      params: { missing: 'Directory.Read.All', extra: 'Member.Read.Hidden' },
    });
  });

  test('that asks for the right permission by the wrong type does not have it', async () => {
    const rows = access(userRead, groupMembers, scope(directoryRead.id));
    home.answer = { ...asItShouldBe, requiredResourceAccess: rows };
    expect((await look()).of('permissions')).toMatchObject({
      found: 'permissionMayWrite',
      params: { missing: 'Directory.Read.All' },
    });
  });

  test.each([
    [
      'Graph',
      access(userRead, groupMembers, directoryRead, role('19dbc75e-c2e2-444c-a770-ec69d8559fc7')),
    ],
    [
      'another API',
      [
        ...access(userRead, groupMembers, directoryRead),
        { resourceAppId: '00000002-0000-0ff1-ce00-000000000000', resourceAccess: [userRead] },
      ],
    ],
  ])('that asks for a permission of %s that may write is told so', async (_, rows) => {
    home.answer = { ...asItShouldBe, requiredResourceAccess: rows };
    expect((await look()).of('permissions')).toMatchObject({
      verdict: 'wrong',
      found: 'permissionMayWrite',
      params: { missing: '' },
    });
  });

  test('for one tenant only cannot be granted at customers', async () => {
    home.answer = { ...asItShouldBe, signInAudience: 'AzureADMyOrg' };
    expect((await look()).of('multiTenant')).toMatchObject({ found: 'oneTenantOnly' });
  });

  test.each([[null], [{ displayName: null }]])(
    'without a verified publisher works, with a word of caution',
    async (verifiedPublisher) => {
      home.answer = { ...asItShouldBe, verifiedPublisher };
      expect((await look()).of('publisher')).toMatchObject({
        verdict: 'caution',
        found: 'unverified',
      });
    },
  );
});

describe('what the token request says', () => {
  test('an unknown key is a certificate that was not uploaded', async () => {
    home.appToken = refused('aadsts.700027', 401);
    const { of, verdicts, notGranted } = await look();
    expect(of('certificate')).toMatchObject({ verdict: 'wrong', found: 'keyUnknown' });
    expect(verdicts['redirect']).toBe('couldNotTell');
    expect(of('redirect')?.problem?.code).toBe('aadsts.700027');
    expect(notGranted).toBe(false);
  });

  test('that has no redirect URI says so before the consent that needs it', async () => {
    home.appToken = refused('aadsts.7000229', 401);
    expect((await look()).of('redirect')).toMatchObject({ verdict: 'couldNotTell' });
    home.noWayBack = true;
    const { of, notGranted } = await look();
    expect(of('redirect')).toMatchObject({ verdict: 'wrong', found: 'redirectMissing' });
    expect(of('permissions')).toMatchObject({ verdict: 'couldNotTell' });
    expect(notGranted).toBe(true);
  });

  test('a missing enterprise application says nothing of the certificate', async () => {
    home.appToken = refused('aadsts.7000229', 401);
    const { of, notGranted } = await look();
    expect(of('certificate')).toMatchObject({
      verdict: 'couldNotTell',
      problem: { code: 'aadsts.7000229' },
    });
    expect(of('application')?.problem?.code).toBe('setUp.notGranted');
    expect(notGranted).toBe(true);
  });

  test('an unknown application is the wrong id or the wrong tenant', async () => {
    home.appToken = refused('aadsts.700016', 400);
    const { of, notGranted } = await look();
    expect(of('application')).toMatchObject({
      verdict: 'wrong',
      found: 'unknownHere',
      problem: { code: 'aadsts.700016' },
    });
    expect(of('certificate')?.verdict).toBe('couldNotTell');
    expect(notGranted).toBe(false);
  });

  test('no network is no verdict at all', async () => {
    home.appToken = new EvergrantError('network.offline', { params: { host: 'graph.example' } });
    const { checks } = await look();
    expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(['couldNotTell']));
  });
});

describe('what cannot be read', () => {
  test('before the connector is granted here, is not called wrong; the certificate is proven', async () => {
    home.answer = forbidden;
    const { verdicts, of, notGranted } = await look();
    expect(verdicts).toMatchObject({ certificate: 'right', redirect: 'couldNotTell' });
    expect(of('permissions')?.problem?.code).toBe('setUp.notGranted');
    expect(notGranted).toBe(true);
  });

  test('app-only is read as whoever is signed in', async () => {
    home.answer = forbidden;
    home.person = true;
    expect((await look()).verdicts['redirect']).toBe('right');
    home.answerToPerson = forbidden;
    expect((await look()).of('redirect')?.problem?.code).toBe('setUp.notGranted');
  });

  test('because it is not in this tenant, is a registration that lives elsewhere', async () => {
    home.answer = refused('graph.Request_ResourceNotFound', 404);
    const { of } = await look();
    expect(of('application')).toMatchObject({ verdict: 'wrong', found: 'unknownHere' });
    expect(of('certificate')?.verdict).toBe('right');
    expect(of('redirect')?.problem?.code).toBe('setUp.applicationFirst');
  });

  test('because Graph’s answer makes no sense, is not guessed at', async () => {
    home.answer = { value: [] };
    expect((await look()).of('multiTenant')).toMatchObject({
      verdict: 'couldNotTell',
      problem: { code: 'graph.unreadable' },
    });
  });
});
