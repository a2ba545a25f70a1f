import { implement } from '@orpc/server';
import type { Demand, SignedInAccount } from '../../../electron/contract/account.ts';
import { engineContract } from '../../../electron/contract/contract.ts';
import { ago, id, profile } from './sample-data.ts';

const account = 'tech@msp.example';

const demands: readonly Demand[] = [
  {
    profileId: profile.id,
    tenantId: id(2, 2),
    account,
    kind: 'signIn',
    problem: { code: 'aadsts.50076', params: {}, retry: 'now' },
    at: ago(12),
  },
  {
    profileId: profile.id,
    tenantId: id(2, 3),
    account,
    kind: 'administrator',
    problem: {
      code: 'aadsts.53003',
      params: {},
      retry: 'after',
      raw: { code: 'AADSTS53003', correlationId: '8d1f4b7e-53f2-4a7b-9f57-1a2b3c4d5e6f' },
    },
    at: ago(95),
  },
];

const accounts: readonly SignedInAccount[] = [
  {
    profileId: profile.id,
    accountId: 'tech.msp',
    account,
    homeTenantId: id(2, 99),
    tenantIds: Array.from({ length: 37 }, (_, index) => id(2, index)),
    reachesOthers: true,
  },
  {
    profileId: profile.id,
    accountId: 'admin.contoso',
    account: 'admin@contoso-dental.example',
    homeTenantId: id(2, 1),
    tenantIds: [id(2, 1)],
    reachesOthers: false,
  },
];

/** A partner's technician whom two customers do not let in silently; nobody where there are no customers. */
export function accountsRouter(empty: boolean) {
  const engine = implement(engineContract);
  return {
    list: engine.accounts.list.handler(() => (empty ? [] : [...accounts])),
    demands: engine.accounts.demands.handler(() => (empty ? [] : [...demands])),
    tryAgain: engine.accounts.tryAgain.handler(() => ({ cleared: 0, left: demands.length })),
    signOut: engine.accounts.signOut.handler(() => ({ tenants: 37 })),
  };
}
