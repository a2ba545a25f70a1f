import { EvergrantError } from '../../electron/engine/errors/evergrant-error.ts';
import {
  connectorPermissions,
  graphAppId,
} from '../../electron/engine/connectors/reading-permissions.ts';
import type { Graph, GraphFactory } from '../../electron/engine/graph/graph.ts';
import type { AccessToken, Connector, Identity } from '../../electron/engine/identity/identity.ts';

export const fabrikam = 'ffffffff-0000-4000-8000-000000000000';
export const clientId = '22222222-0000-4000-8000-000000000000';
const principalId = 'bbbbbbbb-0000-4000-8000-000000000000';
export const graphPrincipalId = 'cccccccc-0000-4000-8000-000000000000';
const otherApi = 'dddddddd-0000-4000-8000-000000000000';

/** The connector as its profile describes it. */
export const connector: Connector = {
  profile: {
    id: '11111111-0000-4000-8000-000000000000',
    name: 'Connector',
    clientId,
    cloud: { kind: 'global' },
    owner: 'ours',
    requiredPermissions: connectorPermissions,
    landingPage: null,
    backend: null,
    createdAt: 0,
  },
  cloud: {
    name: 'global',
    label: 'Worldwide',
    authorityBaseUrl: 'https://login.example',
    graphBaseUrl: 'https://graph.example',
    portalBaseUrl: 'https://entra.example',
    browserBaseUrl: 'https://login.example',
  },
  credential: { kind: 'secret', value: 'hush', expiresAt: null },
};

/**
 * One tenant as Graph and the token endpoint answer for it; every answer can be replaced, also with an
 * error.
 */
export interface FakeTenant {
  appToken: Partial<AccessToken> | EvergrantError;
  delegatedToken: Partial<AccessToken> | EvergrantError | null;
  /** Answers by path, up to the question mark. */
  readonly answers: Map<string, unknown>;
  /** Every requested path with the token of the request. */
  readonly asked: string[];
  /** The claims of claims challenges that were reported. */
  readonly challenges: (string | null)[];
  readonly identity: Pick<Identity, 'appToken' | 'delegatedToken' | 'challenged'>;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
}

export const paths = {
  organization: '/organization',
  principal: `/servicePrincipals(appId='${clientId}')`,
  graphPrincipal: `/servicePrincipals(appId='${graphAppId}')`,
  assignments: `/servicePrincipals/${principalId}/appRoleAssignments`,
  grants: `/servicePrincipals/${principalId}/oauth2PermissionGrants`,
  directoryRead: '/oauth2PermissionGrants',
  me: '/me',
  groups: '/groups',
} as const;

/** An app role assignment of the connector. */
export const assignment = (appRoleId: string, resourceId = graphPrincipalId) => ({
  id: 'x',
  appRoleId,
  resourceId,
});
/** A delegated grant of the connector. */
export const delegatedGrant = (
  scope: string,
  consentType = 'AllPrincipals',
  resourceId = graphPrincipalId,
) => ({
  id: 'y',
  clientId: principalId,
  consentType,
  principalId: null,
  resourceId,
  scope,
});
export const directoryReadAll = '7ab1d382-f21e-4acd-a863-ba3e13f7da61';
export const otherResource = otherApi;

/** A tenant in which the connector is fully granted. */
export function createFakeTenant(): FakeTenant {
  const asked: string[] = [];
  const answers = new Map<string, unknown>([
    [
      paths.organization,
      {
        value: [
          {
            id: fabrikam,
            displayName: 'Fabrikam',
            verifiedDomains: [
              { name: 'fabrikam.example', isDefault: true, isInitial: false },
              { name: 'fabrikam.onmicrosoft.example', isDefault: false, isInitial: true },
            ],
          },
        ],
      },
    ],
    [paths.principal, { id: principalId, accountEnabled: true, appRoleAssignmentRequired: false }],
    [
      paths.graphPrincipal,
      {
        id: graphPrincipalId,
        appRoles: [
          { id: directoryReadAll, value: 'Directory.Read.All' },
          { id: '19dbc75e-c2e2-444c-a770-ec69d8559fc7', value: 'Directory.ReadWrite.All' },
          { id: '98830695-27a2-44f7-8c18-0c3ebc9698f6', value: 'GroupMember.Read.All' },
        ],
        oauth2PermissionScopes: [
          { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', value: 'User.Read' },
          { id: 'bc024368-1153-4739-b217-4326f2e966d0', value: 'GroupMember.Read.All' },
          { id: '37f7f235-527c-4136-accd-4a02d197296e', value: 'openid' },
          { id: 'e383f46e-2787-4529-855e-0e479a3ffac0', value: 'Mail.Send' },
        ],
      },
    ],
    [paths.assignments, [assignment(directoryReadAll)]],
    [paths.grants, [delegatedGrant(' User.Read GroupMember.Read.All openid')]],
    [paths.directoryRead, { value: [] }],
    [paths.me, { id: 'me' }],
    [paths.groups, { value: [] }],
  ]);
  const answer = (path: string, token: string): unknown => {
    asked.push(`${token} ${path}`);
    const found = answers.get(path.split('?')[0] ?? '');
    if (found instanceof Error) throw found;
    return found;
  };
  const token = (given: Partial<AccessToken> | EvergrantError): AccessToken => {
    if (given instanceof EvergrantError) throw given;
    return {
      token: 'app',
      expiresAt: 0,
      tenantId: fabrikam,
      roles: ['Directory.Read.All'],
      scopes: [],
      account: null,
      objectId: null,
      ...given,
    };
  };
  const tenant: FakeTenant = {
    appToken: {},
    delegatedToken: null,
    answers,
    asked,
    challenges: [],
    identity: {
      challenged: async (_connector, _tenantId, { claims }) => void tenant.challenges.push(claims),
      appToken: async (_connector, _tenantId, { fresh }) => {
        asked.push(`app token${fresh ? ', fresh' : ''}`);
        return token(tenant.appToken);
      },
      delegatedToken: async () =>
        tenant.delegatedToken &&
        token(
          tenant.delegatedToken instanceof EvergrantError
            ? tenant.delegatedToken
            : { token: 'person', roles: [], ...tenant.delegatedToken },
        ),
    },
    graphs: {
      withToken: (_connector, given): Graph => ({
        get: async (path) => answer(path, given),
        all: async (path) => answer(path, given) as unknown[],
        page: () => Promise.reject(new Error('a test reads no pages of bytes')),
        batch: () => Promise.reject(new Error('a test reads no batches of bytes')),
      }),
    },
  };
  return tenant;
}
