import { expect, test } from 'vitest';
import { createRooms } from '../../../test/support/engine-rooms.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { createAccounts } from './accounts.ts';
import type { Connector } from './identity.ts';
import type { DemandRecord } from './store.ts';

const profileId = '11111111-0000-4000-8000-000000000000';
const [fabrikam, contoso, wingtip] = ['f', 'c', 'd'].map(
  (letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`,
) as [string, string, string];

const connector: Connector = {
  profile: {
    id: profileId,
    name: 'Connector',
    clientId: profileId,
    cloud: { kind: 'global' },
    owner: 'ours',
    requiredPermissions: [],
    landingPage: null,
    backend: null,
    createdAt: 0,
  },
  cloud: {
    name: 'global',
    label: 'Global',
    authorityBaseUrl: 'https://authority.example',
    graphBaseUrl: 'https://graph.example',
    portalBaseUrl: 'https://portal.example',
    browserBaseUrl: 'https://authority.example',
  },
  credential: null,
};

const demandOf = (tenantId: string, code: 'aadsts.50076' | 'aadsts.65001'): DemandRecord => ({
  profileId,
  tenantId,
  account: 'sanne@partner.example',
  accountId: 'account',
  problem: new EvergrantError(code).toProblem(),
  claims: null,
  at: 0,
});

/** Accounts over stored demands; `tried` is the effect of one silent attempt on them. */
function accountsOver(kept: DemandRecord[], tried: (tenantId: string) => void) {
  return createAccounts({
    ...createRooms(),
    profileIds: () => Promise.resolve([profileId]),
    connector: () => Promise.resolve(connector),
    identity: {
      accounts: () => Promise.resolve([]),
      demands: () => Promise.resolve([...kept]),
      signOut: () => Promise.resolve(),
      delegatedToken: (_, tenantId) => {
        tried(tenantId);
        return Promise.resolve(null);
      },
    },
  });
}

test('a row of an earlier version that demands nothing is neither left nor cleared', async () => {
  const kept = [demandOf(fabrikam, 'aadsts.50076'), demandOf(contoso, 'aadsts.65001')];
  const accounts = accountsOver(kept, () => void kept.shift());
  expect(await accounts.tryAgain()).toEqual({ cleared: 1, left: 0 });
});

test('a demand that arrives during the tries takes none of the cleared ones away', async () => {
  const kept = [demandOf(fabrikam, 'aadsts.50076'), demandOf(contoso, 'aadsts.50076')];
  const accounts = accountsOver(kept, (tenantId) => {
    if (tenantId === fabrikam) kept.splice(0, 1, demandOf(wingtip, 'aadsts.50076'));
  });
  expect(await accounts.tryAgain()).toEqual({ cleared: 1, left: 2 });
});
