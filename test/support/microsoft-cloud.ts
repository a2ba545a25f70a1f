import type { Network, NetworkRequest } from '../../electron/engine/kernel/ports.ts';

/** The hosts of one Microsoft cloud, as Microsoft's reference lists them. */
export interface CloudHosts {
  readonly authority: string;
  readonly graph: string;
  readonly portal: string;
}

/** The cloud's tenant in one test. */
export interface CloudStory {
  readonly tenantId: string;
  readonly clientId: string;
  /** The cloud to which the tenant really belongs, as OpenID discovery reports it. */
  readonly home: CloudHosts;
  /** The id of the application permission Directory.Read.All in this cloud's Graph. */
  readonly roleId: string;
  /** The nextLink of the list of assignments, for a Graph that points to another host. */
  readonly nextLink?: string;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const graphId = '77777777-0000-4000-8000-000000000001';
const principalId = '77777777-0000-4000-8000-000000000002';

/**
 * All of Microsoft's clouds together. Every host answers every request as the same tenant, so that the
 * clouds differ only in which requests are sent to which host.
 */
export function everyMicrosoftCloud(story: CloudStory): {
  readonly network: Network;
  readonly requests: readonly NetworkRequest[];
} {
  const requests: NetworkRequest[] = [];
  return {
    requests,
    network: {
      send: (request) => {
        requests.push(request);
        return Promise.resolve(answer(new URL(request.url), story));
      },
    },
  };
}

function answer(url: URL, story: CloudStory): Response {
  const { tenantId, home } = story;
  if (url.pathname.endsWith('/openid-configuration')) {
    const base = `https://${home.authority}/${tenantId}`;
    return Response.json({
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      msgraph_host: home.graph,
    });
  }
  if (url.pathname.endsWith('/oauth2/v2.0/token')) {
    const exp = Math.floor(Date.now() / 1000) + 3600;
    const claims = { tid: tenantId, exp, roles: ['Directory.Read.All'] };
    const access_token = `${part({ alg: 'none' })}.${part(claims)}.sig`;
    return Response.json({ token_type: 'Bearer', expires_in: 3600, access_token });
  }
  const [path = ''] = url.pathname.split('/v1.0').slice(1);
  return graphAnswer(path, story) ?? Response.json({ error: { code: 'Teapot' } }, { status: 418 });
}

function graphAnswer(path: string, story: CloudStory): Response | null {
  const { tenantId, clientId, roleId, nextLink } = story;
  const domains = [{ name: 'fabrikam.example', isDefault: true, isInitial: true }];
  const roles = [
    { id: roleId, value: 'Directory.Read.All' },
    { id: '77777777-0000-4000-8000-00000000000f', value: 'Directory.ReadWrite.All' },
  ];
  const scopes = [
    { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', value: 'User.Read' },
    { id: 'bc024368-1153-4739-b217-4326f2e966d0', value: 'GroupMember.Read.All' },
  ];
  const list = (value: readonly object[], next?: string) =>
    Response.json({ value, ...(next !== undefined && { '@odata.nextLink': next }) });
  const grant = {
    clientId: principalId,
    consentType: 'AllPrincipals',
    resourceId: graphId,
    scope: 'User.Read GroupMember.Read.All',
  };
  switch (path) {
    case '/organization':
      return list([{ id: tenantId, displayName: 'Fabrikam', verifiedDomains: domains }]);
    case `/servicePrincipals(appId='${clientId}')`:
      return Response.json({
        id: principalId,
        accountEnabled: true,
        appRoleAssignmentRequired: false,
      });
    case "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')":
      return Response.json({ id: graphId, appRoles: roles, oauth2PermissionScopes: scopes });
    case `/servicePrincipals/${principalId}/appRoleAssignments`:
      return list([{ appRoleId: roleId, resourceId: graphId }], nextLink);
    case `/servicePrincipals/${principalId}/oauth2PermissionGrants`:
    case '/oauth2PermissionGrants':
      return list([grant]);
    case '/groups':
    case '/groups/delta':
    case '/users/delta':
    case '/devices/delta':
    case '/contacts/delta':
      return list([]);
    default:
      return null;
  }
}
