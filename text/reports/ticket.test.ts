import { expect, test } from 'vitest';
import type { Connection } from '../../electron/contract/contract.ts';
import type { PersonGroups } from '../../electron/contract/directory.ts';
import { createText } from '../create-text.ts';
import { connectionTicket, personTicket, problemTicket } from './ticket.ts';

const text = createText('en', { timeZone: 'Europe/Berlin' });
const now = Date.parse('2026-11-24T12:05:00Z');
const tenantId = '11111111-1111-4111-8111-111111111111';
const profileId = '22222222-2222-4222-8222-222222222222';
const correlationId = '33333333-3333-4333-8333-333333333333';
const refused = {
  code: 'aadsts.65001',
  params: {},
  retry: 'after' as const,
  raw: { code: 'AADSTS65001', correlationId, at: '2026-11-24T12:00:00Z' },
};
const permission = {
  id: '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
  type: 'application' as const,
  name: 'Directory.Read.All',
};
const connection: Connection = {
  tenant: {
    tenantId,
    profileId,
    alias: 'Fabrikam',
    displayName: 'Fabrikam Ltd',
    primaryDomain: 'fabrikam.example',
    initialDomain: null,
    verifiedDomains: [],
    formerDomains: [],
    tags: [],
    notes: null,
    addedAs: 'fabrikam.example',
    addedAt: '2026-11-01T12:00:00Z',
  },
  profile: {
    id: profileId,
    name: 'Vendor',
    clientId: '44444444-4444-4444-8444-444444444444',
    cloud: 'global',
    cloudLabel: 'Microsoft 365 (worldwide)',
    pages: {
      portal: 'https://entra.microsoft.com',
      explanations: 'https://login.microsoftonline.com',
    },
    owner: 'ours',
    requiredPermissions: [permission],
    landingPage: null,
    backend: null,
    credential: null,
    createdAt: '2026-11-01T12:00:00Z',
  },
  status: {
    kind: 'broken',
    stale: false,
    since: '2026-11-24T12:00:00Z',
    attention: [],
    reasons: [refused],
  },
  quietWatch: null,
  lastTest: {
    id: '55555555-5555-4555-8555-555555555555',
    tenantId,
    profileId,
    startedAt: '2026-11-24T11:59:58Z',
    finishedAt: '2026-11-24T12:00:00Z',
    checks: [
      {
        permission,
        verdict: 'missing',
        grant: { outcome: 'missing', at: '2026-11-24T12:00:00Z', problem: null },
        token: { outcome: 'couldNotTell', at: '2026-11-24T12:00:00Z', problem: refused },
        read: { outcome: 'notTried', at: null, problem: null },
      },
    ],
    findings: [],
    organization: null,
    servicePrincipalId: null,
    account: 'tech@partner.example',
    refusal: null,
  },
  attempt: null,
  account: null,
  lastSync: null,
};

const { tenant, profile } = connection;
const subject = {
  tenant,
  profile,
  account: 'tech@partner.example',
  practice: false,
  ticket: 'T1234',
};

test('a failure’s ticket names customer, connector and account', () => {
  const ticket = problemTicket(text, refused, now, subject, [['Group', 'VPN']]);
  expect(ticket).toMatch(/^Ticket: T1234\nCustomer: Fabrikam\nTenant ID: 1111/);
  expect(ticket).toContain('Connector: Vendor (44444444-4444-4444-8444-444444444444)\n');
  expect(ticket).toContain('Account: tech@partner.example');
  expect(ticket).toContain('Group: VPN');
  expect(ticket).toContain(`Correlation ID: ${correlationId}`);
  expect(ticket).toContain('Retrying: Later, or when the cause is fixed');
});

test('a ticket says the cloud of a connector that is not in the worldwide one', () => {
  const cloud = { cloud: 'china', cloudLabel: 'China (21Vianet)' } as const;
  const ticket = problemTicket(text, refused, now, {
    ...subject,
    profile: { ...profile, ...cloud },
  });
  expect(ticket).toContain('(44444444-4444-4444-8444-444444444444, China (21Vianet))');
});

test('a ticket names tenant, time with zone, account, result and correlation id', () => {
  const ticket = connectionTicket(text, connection, now, { practice: false, ticket: null });
  expect(ticket).toContain(`Tenant ID: ${tenantId}`);
  expect(ticket).toContain('(2026-11-24 12:00:00 UTC)');
  expect(ticket).toContain('Account: tech@partner.example');
  expect(ticket).toContain('Result: Connection broken');
  expect(ticket).toContain(`Correlation ID: ${correlationId}`);
});

test('the same failure appears once, although a reason and a proof both carry it', () => {
  const ticket = connectionTicket(text, connection, now, { practice: false, ticket: null });
  expect(ticket.split(correlationId)).toHaveLength(2);
});

test('a ticket from Practice says so in its first line', () => {
  expect(connectionTicket(text, connection, now, { practice: true, ticket: null })).toMatch(
    /^PRACTICE/,
  );
});

test('a person’s ticket shows the path to an inherited group, and every way where they were opened', () => {
  const group = (id: string, displayName: string) => ({
    tenantId,
    id,
    displayName,
    mail: null,
    description: null,
    kind: 'security' as const,
    flags: [],
    directMembers: 1,
    incomplete: false,
  });
  const answer: PersonGroups = {
    person: {
      tenantId,
      id: profileId,
      displayName: 'Jane',
      userPrincipalName: 'jane@fabrikam.example',
      mail: null,
      jobTitle: null,
      otherAddresses: [],
      guest: false,
      enabled: true,
    },
    source: 'cache',
    at: '2026-11-24T11:00:00Z',
    groups: [
      {
        group: group(correlationId, 'VPN'),
        direct: false,
        path: [
          { id: tenantId, displayName: 'Sales' },
          { id: correlationId, displayName: 'VPN' },
        ],
      },
    ],
    problem: null,
  };
  const ticket = personTicket(text, answer, now, subject);
  expect(ticket).toContain('- VPN: Jane → Sales → VPN');
  expect(ticket).toContain('from the last sync');

  const all = personTicket(text, answer, now, subject, () => ({
    paths: [
      [{ id: correlationId, displayName: 'VPN' }],
      [
        { id: tenantId, displayName: 'Sales' },
        { id: correlationId, displayName: 'VPN' },
      ],
    ],
    more: true,
  }));
  expect(all).toContain('- VPN (direct)\n- VPN: Jane → Sales → VPN\n- VPN: and more paths');
});
