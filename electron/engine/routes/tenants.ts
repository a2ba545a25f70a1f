import type { ConnectionRoom } from '../connection/compose.ts';
import type { TenantsRoom } from '../tenants/compose.ts';
import { presentTenant } from '../tenants/tenants.ts';
import type { Base } from './base.ts';

/** `tenants.*` of the contract. */
export function createTenantsRouter(
  base: Base,
  { tenants, forgetting }: TenantsRoom,
  { connections }: ConnectionRoom,
) {
  return {
    list: base.tenants.list.handler(() => connections.list()),
    add: base.tenants.add.handler(async ({ input, signal }) => {
      const { tenant, already } = await tenants.add(input, signal);
      return { tenant: presentTenant(tenant), already };
    }),
    forgetting: base.tenants.forgetting.handler(async ({ input: { tenantId } }) => ({
      staysSignedIn: [...(await forgetting.staying(tenantId))],
      damagedCopies: [...(await forgetting.damagedCopies())],
    })),
    forget: base.tenants.forget.handler(async ({ input: { tenantId } }) => {
      const damagedCopies = await forgetting.forget(tenantId);
      return { forgotten: true as const, damagedCopies: [...damagedCopies] };
    }),
    edit: base.tenants.edit.handler(async ({ input }) => presentTenant(await tenants.edit(input))),
    get: base.tenants.get.handler(({ input }) => connections.of(input.tenantId)),
  };
}
