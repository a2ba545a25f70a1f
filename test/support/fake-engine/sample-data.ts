import type { Connection } from '../../../electron/contract/contract.ts';
import type { GroupDetail, MemberRow, PersonRow } from '../../../electron/contract/directory.ts';
import type {
  ConsentAttempt,
  GrantStatus,
  PermissionCheck,
  Proof,
  TestResult,
} from '../../../electron/contract/grant.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { SyncRun } from '../../../electron/contract/sync.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';

/** A GUID that says what it is of and which: stable, so that pictures can name addresses. */
export const id = (kind: number, index: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** A moment before now. */
export const ago = (minutes: number): string =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const permissions = [
  { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'delegated', name: 'User.Read' },
  { id: 'bc024368-1153-4739-b217-4326f2e966d0', type: 'delegated', name: 'GroupMember.Read.All' },
  { id: '7ab1d382-f21e-4acd-a863-ba3e13f7da61', type: 'application', name: 'Directory.Read.All' },
] as const;

export const profile: Profile = {
  id: id(1, 1),
  name: 'Northwind Security',
  clientId: '5f0d1a2b-3c4d-4e5f-8a6b-7c8d9e0f1a2b',
  cloud: 'global',
  cloudLabel: 'Microsoft 365 (worldwide)',
  pages: {
    portal: 'https://entra.microsoft.com',
    explanations: 'https://login.microsoftonline.com',
  },
  owner: 'ours',
  requiredPermissions: [...permissions],
  landingPage: null,
  backend: null,
  credential: { kind: 'certificate', thumbprint: 'ab'.repeat(32), expiresAt: ago(-300_000) },
  createdAt: ago(90_000),
};

const proven = (minutes: number): Proof => ({ outcome: 'proven', at: ago(minutes), problem: null });
const notInstalled: Problem = {
  code: 'aadsts.700016',
  params: {},
  retry: 'after',
  raw: {
    code: 'AADSTS700016',
    httpStatus: 400,
    correlationId: '8d1f4b7e-53f2-4a7b-9f57-1a2b3c4d5e6f',
    traceId: '0f6f3c1e-9d2a-4f0b-8f43-d4c3b2a19000',
    at: ago(7),
  },
};
const noSignIn: Proof = {
  outcome: 'notTried',
  at: null,
  problem: { code: 'identity.signInAgain', params: {}, retry: 'now' },
};

const checks = (
  make: (name: string) => Pick<PermissionCheck, 'verdict' | 'grant' | 'token' | 'read'>,
): PermissionCheck[] => permissions.map((permission) => ({ permission, ...make(permission.name) }));

const test = (index: number, minutes: number, rest: Partial<TestResult>): TestResult => ({
  id: id(3, index),
  tenantId: id(2, index),
  profileId: profile.id,
  startedAt: ago(minutes + 0.1),
  finishedAt: ago(minutes),
  checks: [],
  findings: [],
  organization: null,
  servicePrincipalId: id(4, index),
  account: null,
  refusal: null,
  ...rest,
});

const good = (index: number, minutes: number, rest: Partial<TestResult> = {}): TestResult =>
  test(index, minutes, {
    account: 'tech@msp.example',
    checks: checks(() => ({
      verdict: 'proven',
      grant: proven(minutes),
      token: proven(minutes),
      read: proven(minutes),
    })),
    ...rest,
  });

const refused = (index: number): TestResult =>
  test(index, 7, {
    refusal: notInstalled,
    checks: checks(() => ({
      verdict: 'missing',
      grant: { outcome: 'couldNotTell', at: ago(7), problem: notInstalled },
      token: { outcome: 'missing', at: ago(7), problem: notInstalled },
      read: { outcome: 'notTried', at: null, problem: null },
    })),
  });

const half = (index: number): TestResult =>
  test(index, 12, {
    checks: checks((name) =>
      name === 'Directory.Read.All'
        ? {
            verdict: 'missing',
            grant: { outcome: 'missing', at: ago(12), problem: null },
            token: { outcome: 'missing', at: ago(12), problem: null },
            read: {
              outcome: 'missing',
              at: ago(12),
              problem: {
                code: 'graph.Authorization_RequestDenied',
                params: {},
                retry: 'after',
                raw: { code: 'Authorization_RequestDenied', httpStatus: 403, requestId: id(9, 1) },
              },
            },
          }
        : { verdict: 'proven', grant: proven(12), token: noSignIn, read: noSignIn },
    ),
    findings: [{ kind: 'extraReadingPermission', params: { permissions: 'Sites.Read.All' } }],
  });

const unclear = (index: number): TestResult =>
  test(index, 3, {
    checks: checks(() => ({
      verdict: 'couldNotTell',
      grant: {
        outcome: 'couldNotTell',
        at: ago(3),
        problem: { code: 'network.timeout', params: { host: 'graph.microsoft.com' }, retry: 'now' },
      },
      token: proven(3),
      read: noSignIn,
    })),
  });

/** A customer of the sample, with all that its Connection page shows. */
export interface SampleCustomer {
  readonly row: TenantRow;
  readonly connection: Connection;
}

export const syncedRun = (index: number, minutes: number): SyncRun => ({
  id: id(5, index),
  tenantId: id(2, index),
  mode: 'full',
  state: 'finished',
  phase: 'done',
  startedAt: ago(minutes + 1),
  finishedAt: ago(minutes),
  counts: { users: 2140, groups: 10_000, memberships: 100_000, devices: 311, contacts: 12 },
  requests: 64,
  expected: null,
  membershipsBy: 'delta',
  gaps: null,
  waitingUntil: null,
  problem: null,
});

const attempt = (index: number, rest: Partial<ConsentAttempt>): ConsentAttempt => ({
  id: id(6, index),
  tenantId: id(2, index),
  profileId: profile.id,
  startedAt: ago(1.5),
  phase: 'waitingForAdministrator',
  url: `https://login.microsoftonline.com/${id(2, index)}/v2.0/adminconsent?client_id=${profile.clientId}`,
  tests: 0,
  nextTestAt: null,
  missing: [],
  endedAt: null,
  problem: null,
  ...rest,
});

/** A few tags, for the filter. */
const tagsOf = (index: number): string[] => [
  ...(index % 3 === 1 ? ['Gold'] : []),
  ...(index % 4 === 1 ? ['Dental', 'Dublin office'] : []),
];

function customer(
  index: number,
  name: string,
  domain: string,
  status: Partial<GrantStatus> & Pick<GrantStatus, 'kind'>,
  rest: Partial<
    Pick<Connection, 'lastTest' | 'attempt' | 'quietWatch' | 'account' | 'lastSync'>
  > = {},
): SampleCustomer {
  const tenant = {
    tenantId: id(2, index),
    profileId: profile.id,
    alias: null,
    displayName: name,
    primaryDomain: domain,
    initialDomain: `${domain.split('.')[0]}.onmicrosoft.com`,
    verifiedDomains: [domain],
    formerDomains: index === 12 ? ['lucerne.example'] : [],
    addedAs: domain,
    addedAt: ago(50_000),
    tags: tagsOf(index),
    notes: index === 1 ? 'Ask for Dana at the front desk. Their server moves in May.' : null,
  };
  const full: GrantStatus = {
    stale: false,
    since: rest.lastTest?.finishedAt ?? ago(5),
    attention: [],
    reasons: [],
    ...status,
  };
  const lastSync = rest.lastSync ?? null;
  return {
    row: {
      ...tenant,
      status: full,
      quietWatch: rest.quietWatch ?? null,
      lastTestAt: rest.lastTest?.finishedAt ?? null,
      lastSync,
    },
    connection: {
      tenant,
      profile,
      status: full,
      lastTest: null,
      attempt: null,
      quietWatch: null,
      account: null,
      ...rest,
      lastSync,
    },
  };
}

/** One customer in each state that a screen can show. */
export const makeCustomers = (offline: boolean): SampleCustomer[] => [
  customer(
    1,
    'Contoso Dental',
    'contoso-dental.example',
    { kind: 'granted', stale: offline },
    {
      lastTest: good(1, 24),
      account: 'tech@msp.example',
      lastSync: syncedRun(1, 95),
    },
  ),
  customer(
    2,
    'Fabrikam Logistics',
    'fabrikam.example',
    { kind: 'granted', stale: true },
    {
      lastTest: good(2, 3 * 1440),
      lastSync: syncedRun(2, 4320),
    },
  ),
  customer(
    3,
    'Tailspin Toys',
    'tailspin.example',
    { kind: 'broken', reasons: [notInstalled] },
    {
      lastTest: refused(3),
    },
  ),
  customer(
    4,
    'Litware',
    'litware.example',
    { kind: 'notGranted', reasons: [notInstalled] },
    {
      lastTest: refused(4),
    },
  ),
  customer(
    5,
    'Adventure Works',
    'adventure-works.example',
    { kind: 'partial' },
    {
      lastTest: half(5),
    },
  ),
  customer(6, 'Proseware', 'proseware.example', { kind: 'couldNotTell' }, { lastTest: unclear(6) }),
  customer(
    7,
    'Wide World Importers',
    'wwi.example',
    { kind: 'consenting' },
    {
      attempt: attempt(7, {}),
    },
  ),
  customer(
    8,
    'Alpine Ski House',
    'alpine.example',
    { kind: 'propagating' },
    {
      attempt: attempt(8, {
        phase: 'propagating',
        tests: 3,
        nextTestAt: ago(-0.5),
        missing: ['Directory.Read.All'],
      }),
    },
  ),
  customer(
    9,
    'Graphic Design Institute',
    'gdi.example',
    { kind: 'unknown', since: null },
    {
      attempt: attempt(9, {
        phase: 'cancelled',
        startedAt: ago(9),
        endedAt: ago(6),
        problem: { code: 'cancelled', params: {}, retry: 'now' },
      }),
      quietWatch: {
        reason: 'lateAccept',
        since: ago(6),
        lastTestAt: ago(3),
        nextTestAt: ago(-1),
        until: ago(-1434),
      },
    },
  ),
  customer(10, 'Humongous Insurance', 'humongous.example', { kind: 'removed' }),
  customer(
    11,
    'Margie’s Travel',
    'margies.example',
    { kind: 'onRecord' },
    {
      lastTest: good(11, 60),
    },
  ),
  customer(
    12,
    'Lucerne Publishing',
    'lucerne-media.example',
    {
      kind: 'granted',
      attention: [
        {
          kind: 'primaryDomainChanged',
          params: { from: 'lucerne.example', to: 'lucerne-media.example' },
        },
      ],
    },
    {
      lastTest: good(12, 8, {
        findings: [
          {
            kind: 'primaryDomainChanged',
            params: { from: 'lucerne.example', to: 'lucerne-media.example' },
          },
        ],
      }),
    },
  ),
  customer(
    14,
    'Woodgrove Bank',
    'woodgrove.example',
    { kind: 'notGranted', reasons: [notInstalled] },
    {
      lastTest: refused(14),
      quietWatch: {
        reason: 'asked',
        since: ago(130),
        lastTestAt: ago(12),
        nextTestAt: ago(-18),
        until: ago(-43_070),
      },
    },
  ),
  customer(
    13,
    'Blue Yonder',
    'blueyonder.example',
    { kind: 'notGranted' },
    {
      attempt: attempt(13, {
        phase: 'refused',
        endedAt: ago(0.4),
        problem: {
          code: 'consent.wrongTenant',
          params: { expected: 'Blue Yonder', found: 'Contoso Dental' },
          retry: 'now',
        },
      }),
    },
  ),
];

const words = [
  'Sales',
  'VPN',
  'Finance',
  'Engineering',
  'All staff',
  'Board',
  'Reception',
  'Pilot',
];
const kinds = ['security', 'microsoft365', 'distribution', 'mailEnabledSecurity'] as const;

/** The group at a place of the list. The first ones are odd on purpose. */
export function groupAt(tenantId: string, index: number): GroupDetail {
  const odd: Partial<GroupDetail>[] = [
    { displayName: '🎉 Party committee', description: 'Emoji in the name' },
    { displayName: '=HYPERLINK("x")', description: 'Looks like a formula' },
    {
      displayName: 'A hidden circle',
      flags: ['hidden'],
      directMembers: 0,
      incomplete: true,
      marks: [{ kind: 'hiddenMembership', problem: null }],
    },
    { displayName: 'מכירות', description: 'Right to left' },
  ];
  const name = `${words[index % words.length]} ${String(index).padStart(5, '0')}`;
  const kind = kinds[index % kinds.length] ?? 'security';
  return {
    tenantId,
    id: id(7, index),
    displayName: name,
    mail: kind === 'security' ? null : `group${index}@contoso-dental.example`,
    description: null,
    kind,
    flags: index % 5 === 0 ? ['dynamic'] : [],
    directMembers: index % 9,
    incomplete: false,
    mailNickname: `group${index}`,
    membershipRule: index % 5 === 0 ? '(user.department -eq "Sales")' : null,
    membershipRuleProcessingState: index % 5 === 0 ? 'On' : null,
    createdAt: ago(200_000),
    marks: [],
    nestedGroups: index % 3,
    effectiveMembers: (index % 9) * 4,
    syncedAt: ago(95),
    ...odd[index],
  };
}

const first = ['Jane', 'Omar', 'Ana', 'Łukasz', 'Mei', 'Jane', 'Søren', 'Priya'];
const last = ['Doe', 'Haddad', 'Souza', 'Nowak', 'Chen', 'Fischer', 'Dahl', 'Raman'];

/** The person at a place of the list. */
export function personAt(tenantId: string, index: number): PersonRow {
  const name = `${first[index % 8]} ${last[Math.floor(index / 8) % 8]}`;
  const address = `user${index}@contoso-dental.example`;
  return {
    tenantId,
    id: id(8, index),
    displayName: name,
    userPrincipalName: address,
    mail: address,
    jobTitle: index % 2 === 0 ? 'Dental assistant' : 'Reception',
    otherAddresses: index % 3 === 0 ? [`old${index}@contoso.example`] : [],
    guest: index % 11 === 10,
    enabled: index % 13 !== 12,
  };
}

/** The member at a place of a group's list: mostly people, some groups and devices. */
export function memberAt(tenantId: string, index: number): MemberRow {
  if (index % 6 === 5) {
    const { id, displayName, mail } = groupAt(tenantId, index);
    return {
      id,
      type: 'group',
      displayName,
      userPrincipalName: null,
      mail,
      guest: false,
      enabled: null,
    };
  }
  if (index % 7 === 6) {
    return {
      id: id(10, index),
      type: 'device',
      displayName: null,
      userPrincipalName: null,
      mail: null,
      guest: false,
      enabled: null,
    };
  }
  const {
    id: memberId,
    displayName,
    userPrincipalName,
    mail,
    guest,
    enabled,
  } = personAt(tenantId, index);
  return { id: memberId, type: 'user', displayName, userPrincipalName, mail, guest, enabled };
}
