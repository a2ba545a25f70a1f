import { implement } from '@orpc/server';
import { engineContract } from '../../../electron/contract/contract.ts';
import type { PartnerCustomer } from '../../../electron/contract/partner.ts';
import { ago, id } from './sample-data.ts';
import type { Scenario } from './scenario.ts';

const listed = (index: number, name: string, rest: Partial<PartnerCustomer>): PartnerCustomer => ({
  tenantId: id(2, index),
  listedName: name,
  listedDomain: `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`,
  relationships: [{ name: 'Managed services', status: 'active', endsAt: ago(-500_000) }],
  hasContract: true,
  here: null,
  ...rest,
});

/** `partner.*`: not set up where nothing was synced yet, a list of every kind elsewhere. */
export function partnerRouter(scenario: Scenario) {
  const engine = implement(engineContract);
  const partner = {
    clientId: id(13, 1),
    tenantId: id(2, 900),
    cloudLabel: 'Worldwide',
    account: 'tech@msp.example',
  };
  return {
    get: engine.partner.get.handler(() => (scenario === 'neverSynced' ? null : partner)),
    setUp: engine.partner.setUp.handler(() => partner),
    remove: engine.partner.remove.handler(() => ({ removed: true as const })),
    signIn: engine.partner.signIn.handler(() => ({ account: partner.account })),
    cancelSignIn: engine.partner.cancelSignIn.handler(() => ({ cancelled: true })),
    customers: engine.partner.customers.handler(() => ({
      id: id(14, 1),
      readAt: ago(0),
      customers: [
        listed(1, 'Contoso Dental', { here: 'Contoso Dental' }),
        listed(201, 'Woodgrove Bank', {}),
        listed(202, 'Trey Research', {
          relationships: [
            { name: 'Old', status: 'expired', endsAt: ago(90_000) },
            { name: 'New', status: 'approvalPending', endsAt: null },
          ],
          hasContract: false,
        }),
        listed(203, 'Relecloud', { listedName: null, listedDomain: null, relationships: [] }),
      ],
      unread: [
        {
          list: 'customers' as const,
          problem: {
            code: 'graph.Authorization_RequestDenied',
            params: {},
            retry: 'after' as const,
            raw: { code: 'Authorization_RequestDenied', httpStatus: 403, requestId: id(9, 2) },
          },
        },
      ],
    })),
    add: engine.partner.add.handler(() => ({ added: [] })),
  };
}
