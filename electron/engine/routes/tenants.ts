import type { Connections } from '../connection/connections.ts';
import type { Forgetting } from '../tenants/forgetting.ts';
import { presentTenant } from '../tenants/tenants.ts';
import type { Tenants } from '../tenants/tenants.ts';
import type { Base } from './base.ts';

/** `tenants.*` of the contract. */
export function createTenantsRouter(
  base: Base,
  services: {
    readonly tenants: Tenants;
    readonly forgetting: Forgetting;
    readonly connections: Connections;
  },
) {
  const { tenants, connections } = services;
  return {
    list: base.tenants.list.handler(() => connections.list()),
    add: base.tenants.add.handler(async ({ input, signal }) => {
      const { tenant, already } = await tenants.add(input, signal);
      return { tenant: presentTenant(tenant), already };
    }),
    forgetting: base.tenants.forgetting.handler(async ({ input: { tenantId } }) => ({
      staysSignedIn: [...(await services.forgetting.staying(tenantId))],
      damagedCopies: [...(await services.forgetting.damagedCopies())],
    })),
    forget: base.tenants.forget.handler(async ({ input: { tenantId } }) => {
      const damagedCopies = await services.forgetting.forget(tenantId);
      return { forgotten: true as const, damagedCopies: [...damagedCopies] };
    }),
    edit: base.tenants.edit.handler(async ({ input }) => presentTenant(await tenants.edit(input))),
    get: base.tenants.get.handler(({ input }) => connections.of(input.tenantId)),
  };
}
