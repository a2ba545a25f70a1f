import { implement, ORPCError } from '@orpc/server';
import { engineContract } from '../../../electron/contract/contract.ts';
import type {
  RegistrationCheck,
  RegistrationReport,
  SetUp,
} from '../../../electron/contract/set-up.ts';
import { ago, id, profile } from './sample-data.ts';

const pem = `-----BEGIN CERTIFICATE-----\n${'MIIDpzCCAg+gAwIBAgIQTg'.repeat(6)}\n-----END CERTIFICATE-----\n`;
const portal = `https://entra.microsoft.com/${id(2, 99)}/#view/Microsoft_AAD_RegisteredApps`;
const pages = {
  list: `${portal}/ApplicationsListBlade`,
  create: `${portal}/CreateApplicationBlade`,
  overview: null,
  branding: null,
  authentication: null,
  certificates: null,
  permissions: null,
};

const setUp: SetUp = {
  id: id(20, 1),
  name: 'Acme Shield',
  cloud: 'global',
  cloudLabel: 'Microsoft 365 (worldwide)',
  tenantId: id(2, 99),
  home: 'msp.example',
  certificate: {
    name: 'Acme Shield on LAPTOP-7',
    pem,
    portalThumbprint: '5F2A9C0B7D3E4F1A8B6C0D9E7F5A3B1C2D4E6F80',
    fileName: 'evergrant-Acme-Shield-on-LAPTOP-7.cer',
    expiresAt: ago(-500_000),
  },
  redirectUri: 'http://localhost',
  permissions: profile.requiredPermissions,
  scripts: [
    { kind: 'azureCliBash', text: `#!/usr/bin/env bash\nset -euo pipefail\n\n${pem}\naz login\n` },
    { kind: 'azureCliPowerShell', text: `$ErrorActionPreference = 'Stop'\n${pem}\naz login\n` },
    { kind: 'graphPowerShell', text: `Connect-MgGraph -Environment Global\n${pem}` },
  ],
  pages,
  createdAt: ago(12),
};

/** The same on a custom cloud, where no script of Microsoft's reaches. */
const byHand: SetUp = { ...setUp, id: id(20, 2), name: 'Rehearsal', cloud: 'custom', scripts: [] };

const right = (
  kind: RegistrationCheck['kind'],
  params: RegistrationCheck['params'] = {},
): RegistrationCheck => ({ kind, verdict: 'right', found: 'asItShouldBe', params, problem: null });
const notGranted = { code: 'setUp.notGranted', params: {}, retry: 'after' } as const;
const unread = (kind: RegistrationCheck['kind']): RegistrationCheck => ({
  kind,
  verdict: 'couldNotTell',
  found: 'unread',
  params: {},
  problem: notGranted,
});

function report(
  checks: readonly RegistrationCheck[],
  more: Partial<RegistrationReport>,
): RegistrationReport {
  return {
    profile,
    tenantId: id(2, 4),
    checkedAt: ago(0),
    checks: [...checks],
    ready: false,
    grant: 'notNeeded',
    pages,
    ...more,
  };
}

const uri = 'http://localhost';
const misses = report(
  [
    right('application', { name: 'Acme Shield' }),
    right('certificate'),
    {
      kind: 'redirect',
      verdict: 'wrong',
      found: 'redirectOtherPlatform',
      params: { uri },
      problem: null,
    },
    {
      kind: 'permissions',
      verdict: 'wrong',
      found: 'permissionsDiffer',
      params: { missing: 'Directory.Read.All', extra: 'Member.Read.Hidden' },
      problem: null,
    },
    right('multiTenant'),
    { kind: 'publisher', verdict: 'caution', found: 'unverified', params: {}, problem: null },
  ],
  {},
);
const ready = report(
  [
    right('application', { name: 'Acme Shield' }),
    right('certificate'),
    right('redirect', { uri }),
    right('permissions', { names: 'User.Read, GroupMember.Read.All, Directory.Read.All' }),
    right('multiTenant'),
    right('publisher', { publisher: 'Contoso MSP' }),
  ],
  { ready: true },
);
const beforeGrant = report(
  [
    unread('application'),
    right('certificate'),
    {
      kind: 'redirect',
      verdict: 'wrong',
      found: 'redirectMissing',
      params: { uri },
      problem: null,
    },
    unread('permissions'),
    unread('multiTenant'),
    unread('publisher'),
  ],
  // A consent is open there.
  { grant: 'here', tenantId: id(2, 7) },
);

/** `setUps.*` over samples: the registration's state is told by the connector's id. */
export function setUpsRouter() {
  const { setUps } = implement(engineContract);
  const reports: Readonly<Record<string, RegistrationReport>> = {
    [id(21, 1)]: misses,
    [id(21, 2)]: beforeGrant,
  };
  return {
    list: setUps.list.handler(() => [setUp, byHand]),
    begin: setUps.begin.handler(() => {
      throw new ORPCError('EVERGRANT', {
        defined: true,
        data: { code: 'tenant.notFound', params: { domain: 'nowhere.example' }, retry: 'now' },
      });
    }),
    saveCertificate: setUps.saveCertificate.handler(() => ({
      download: null,
      path: '/home/tech/Downloads/evergrant-Acme-Shield-on-LAPTOP-7.cer',
    })),
    openPage: setUps.openPage.handler(() => ({ opened: true as const })),
    giveUp: setUps.giveUp.handler(() => ({ removed: true as const })),
    finish: setUps.finish.handler(() => {
      throw new ORPCError('EVERGRANT', {
        defined: true,
        data: { code: 'setUp.applicationUnknown', params: { home: 'msp.example' }, retry: 'after' },
      });
    }),
    check: setUps.check.handler(({ input }) => reports[input.profileId] ?? ready),
  };
}
