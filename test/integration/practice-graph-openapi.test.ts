import { issueCredential } from '../../practice/certificates/issue.ts';
import { readCertificate } from '../../practice/world/registered-credential.ts';
import {
  addCertificate,
  addSecret,
  deleteRegistration,
  register,
} from '../../practice/world/registrations.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../scripts/microsoft-facts/sample-facts.ts';
import { readAnswerJudge } from '../support/graph-answers.ts';
import { microsoftSamples } from '../support/microsoft-facts.ts';
import { eventual, startPracticeGraph } from '../support/practice-graph.ts';
import type { GraphObject, PracticeGraph } from '../support/practice-graph.ts';

const judge = readAnswerJudge();

let graph: PracticeGraph;

beforeAll(async () => {
  graph = await startPracticeGraph();
});

afterAll(() => graph.close());

const groupSelect =
  'id,displayName,description,mail,mailNickname,mailEnabled,securityEnabled,groupTypes,membershipRule,membershipRuleProcessingState,onPremisesSyncEnabled,onPremisesLastSyncDateTime,onPremisesSamAccountName,onPremisesDomainName,visibility,isAssignableToRole,createdDateTime,renewedDateTime,expirationDateTime,classification,resourceProvisioningOptions,proxyAddresses,assignedLicenses,assignedLabels';
const all = {
  roles: [
    'Directory.Read.All',
    'Application.Read.All',
    'Group.Read.All',
    'User.Read.All',
    'DelegatedAdminRelationship.Read.All',
    'CrossTenantInformation.ReadBasic.All',
  ],
};

/** `{group}` is replaced by the id of the group that contains one of everything. */
const calls: readonly (readonly [tenant: string, path: string])[] = [
  ['odd', 'organization'],
  ['odd', 'organization?$select=id,displayName,verifiedDomains'],
  ['domainHarmless', 'domains'],
  ['domainHarmless', 'domains/kestrel-smiles.example'],
  ['odd', 'users'],
  [
    'healthy',
    'users?$top=5&$select=id,displayName,userPrincipalName,mail,otherMails,userType,accountEnabled',
  ],
  ['odd', 'users/jane.okafor@quillfeather.example'],
  ['odd', 'users/delta'],
  ['odd', 'users/delta?$select=displayName,mail,otherMails,userType,accountEnabled'],
  ['odd', 'users?$count=true&$search="displayName:jane"'],
  ['odd', 'groups'],
  ['odd', `groups?$select=${groupSelect}&$top=999`],
  ['odd', 'groups?$expand=members'],
  ['odd', 'groups/delta'],
  ['odd', 'groups/delta?$select=displayName,members'],
  ['large', 'groups/delta'],
  ['odd', 'groups/{group}'],
  ['odd', `groups/{group}?$select=${groupSelect}`],
  ['odd', 'groups/{group}/members'],
  ['odd', 'groups/{group}/members?$select=id,displayName'],
  ['odd', 'groups/{group}/members/microsoft.graph.user?$count=true'],
  ['odd', 'groups/{group}/members/microsoft.graph.device?$count=true'],
  ['odd', 'groups/{group}/members/microsoft.graph.orgContact?$count=true'],
  ['odd', 'groups/{group}/members/microsoft.graph.group?$count=true'],
  ['odd', 'groups/{group}/members/$count'],
  ['odd', 'groups/{group}/transitiveMembers'],
  ['odd', 'groups/{group}/owners'],
  ['odd', 'groups/{group}/memberOf'],
  ['odd', 'groups/{group}/transitiveMemberOf'],
  ['odd', 'users/morgan.ashdown@quillfeather.example/memberOf'],
  ['odd', 'users/jane.okafor@quillfeather.example/transitiveMemberOf'],
  [
    'odd',
    'users/jane.okafor@quillfeather.example/transitiveMemberOf/microsoft.graph.group?$count=true',
  ],
  ['odd', 'users/$count'],
  ['odd', 'groups/$count'],
  ['odd', 'servicePrincipals'],
  ['odd', "servicePrincipals(appId='00000003-0000-0000-c000-000000000000')"],
  ['odd', "servicePrincipals(appId='{connector}')"],
  ['odd', "servicePrincipals(appId='{connector}')/appRoleAssignments"],
  ['odd', "servicePrincipals(appId='{connector}')/oauth2PermissionGrants"],
  ['odd', 'oauth2PermissionGrants'],
  ['odd', 'directory/deletedItems/microsoft.graph.servicePrincipal'],
  ['odd', 'directory/deletedItems/microsoft.graph.group'],
  ['odd', 'directory/deletedItems/microsoft.graph.user'],
  ['partner', 'contracts'],
  ['partner', 'tenantRelationships/delegatedAdminCustomers'],
  ['partner', 'tenantRelationships/delegatedAdminRelationships'],
  [
    'partner',
    "tenantRelationships/findTenantInformationByDomainName(domainName='tidewater.example')",
  ],
  // Requests that are answered with an error.
  ['odd', 'groups/00000000-0000-4000-8000-000000000000'],
  ['odd', "users?$filter=department ne 'IT'&$top=1"],
  ['odd', 'groups?$select=colour'],
  ['odd', 'groups/delta?$deltatoken=nonsense'],
];

describe("the practice cloud's answers, by Microsoft's description", () => {
  it.each(calls)('%s: %s', async (tenant, template) => {
    const everything = graph
      .tenant('odd')
      .directory.toSnapshot()
      .objects.find((one) => one.displayName === 'Everything At Once');
    const path = template
      .replace('{group}', everything?.id ?? '')
      .replace('{connector}', graph.connector);
    const [address = ''] = path.split('?');
    const headers = path.includes('$count') ? eventual : {};
    const { status, body } = await graph.ask(tenant, path, { headers, claims: all });
    expect(judge.complaints('GET', `/${address}`, status, body)).toEqual([]);
  });

  it('would be found out if they were wrong', () => {
    const wrong = { value: [{ id: 7, displayName: 'VPN', colour: 'red', mailEnabled: 'yes' }] };
    expect(judge.complaints('GET', '/groups', 200, wrong)).toHaveLength(3);
    expect(judge.complaints('GET', '/nowhere', 200, {})).toHaveLength(1);
  });

  it('a deleted app registration', async () => {
    const tenant = graph.tenant('partner');
    const made = register(
      graph.world,
      tenant,
      { displayName: 'Shown by its deletion', multiTenant: true },
      graph.clock.now(),
    );
    const now = Date.now();
    const { certificate } = await issueCredential('Any computer', now);
    addCertificate(made, readCertificate(certificate, null), now);
    addSecret(made, 'For a script', now, now + 60_000);
    made.redirectUris.push(
      { uri: 'http://localhost', platform: 'publicClient' },
      { uri: 'https://northlight.example/granted', platform: 'web' },
    );
    deleteRegistration(graph.world, made, graph.clock.now());
    graph.clock.advance(graph.world.settings.effect.graph);
    const path = 'directory/deletedItems/microsoft.graph.application';
    const { status, body } = await graph.ask('partner', path, { claims: all });
    expect(body.value).toMatchObject([{ appId: made.clientId, keyCredentials: [{ key: null }] }]);
    expect(judge.complaints('GET', `/${path}`, status, body)).toEqual([]);
  });

  it('later delta rounds, with everything that can happen to a group', async () => {
    const pages = await graph.pages('healthy', 'groups/delta');
    const { directory } = graph.tenant('healthy');
    const groups = directory.indexes('group').flatMap((index) => {
      const group = directory.at(index);
      return group.kind === 'group' ? [group] : [];
    });
    const unified = groups.find((group) => group.groupTypes.includes('Unified'));
    const [first, second] = groups.filter((group) => !group.groupTypes.includes('Unified'));
    directory.remove(first?.id ?? '', graph.clock.now());
    directory.remove(unified?.id ?? '', graph.clock.now());
    directory.changeGroup(second?.id ?? '', { description: null });
    const { status, body } = await graph.ask('healthy', pages.at(-1)?.['@odata.deltaLink'] ?? '');
    expect(body.value.length).toBeGreaterThanOrEqual(3);
    expect(judge.complaints('GET', '/groups/delta', status, body)).toEqual([]);
  });

  it('the signed-in user, batches, refusals and throttling', async () => {
    const claims = graph.delegated('odd', 'none', 'User.Read');
    const me = await graph.ask('odd', 'me', { claims });
    expect(judge.complaints('GET', '/me', me.status, me.body)).toEqual([]);
    const refused = await graph.ask('odd', 'users', { claims });
    expect(refused.status).toBe(403);
    expect(judge.complaints('GET', '/users', refused.status, refused.body)).toEqual([]);
    const requests = ['/groups?$top=1', '/groups/none'].map((url, id) => ({
      id: String(id),
      method: 'GET',
      url,
    }));
    const batch = await graph.ask('odd', '$batch', { body: { requests } });
    expect(judge.complaints('POST', '/$batch', batch.status, batch.body)).toEqual([]);
    graph.throttle.set({ unitsPerTenSeconds: { medium: 0.5 } });
    const throttled = await graph.ask('odd', 'groups');
    graph.throttle.set({});
    expect(throttled.status).toBe(429);
    expect(judge.complaints('GET', '/groups', 429, throttled.body)).toEqual([]);
  });
});

describe("the practice cloud's answers, beside Microsoft's samples", () => {
  const sample = (name: string) => {
    const found = microsoftSamples[name];
    if (found === undefined) throw new Error(`The samples lack ${name}`);
    return found as { response: { value?: GraphObject[]; error?: object } & GraphObject };
  };
  const keys = (object: object | undefined) => Object.keys(object ?? {}).toSorted();

  it('a user has the default properties of the documentation', async () => {
    const { body } = await graph.ask('odd', 'users?$top=1');
    expect(keys(body.value[0])).toEqual(keys(sample('user-get-01').response));
  });

  it('an app role assignment has the same properties', async () => {
    const path = `servicePrincipals(appId='${graph.connector}')/appRoleAssignments`;
    const { body } = await graph.ask('odd', path);
    const documented = keys(
      sample('serviceprincipal-list-approleassignments-01').response.value?.[0],
    );
    expect(keys(body.value[0]).filter((name) => name !== 'deletedDateTime')).toEqual(documented);
  });

  it('a delegated grant has the same properties', async () => {
    const { body } = await graph.ask('odd', 'oauth2PermissionGrants');
    expect(keys(body.value[0])).toEqual(
      keys(sample('oauth2permissiongrant-list-01').response.value?.[0]),
    );
  });

  it('a delta page splits into the same parts', async () => {
    const { body } = await graph.ask('odd', 'groups/delta?$select=displayName,description,members');
    const documented = sample('delta-query-groups-02').response.value?.[0];
    const whole = body.value.find(
      (one) => one['description'] !== undefined && one['members@delta'],
    );
    expect(keys(whole)).toEqual(keys(documented));
    expect(keys(whole?.['members@delta']?.[0])).toEqual(keys(documented?.['members@delta']?.[0]));
  });

  it.each([
    ['advanced-query-error-search', 'groups?$search="displayName:Browser"'],
    ['advanced-query-error-count-segment', 'users/$count'],
    ['advanced-query-error-endswith', "users?$filter=endsWith(userPrincipalName,'x')"],
    ['advanced-query-error-unindexed', 'groups?$filter=createdDateTime ge 2021-11-01'],
  ])('the error of %s says the same', async (name, path) => {
    const { body } = await graph.ask('odd', path);
    const documented = sample(name).response.error as { code: string; message: string };
    const said = [body.error.code, fingerprint(body.error.message)];
    expect(said).toEqual([documented.code, documented.message]);
  });
});
