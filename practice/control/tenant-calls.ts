import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { PracticeTenant } from '../world/types.ts';
import type { WorldStore } from '../world/world-store.ts';
import { groupsContaining, groupsOf, memberships, tenantRecord } from './record.ts';
import { changeTenant, tenantChange } from './tenant-change.ts';

/**
 * The calls that read a tenant's record, and the one that changes it. `tenant` finds one by ID, domain or
 * key.
 */
export function addTenantCalls(
  api: Hono,
  store: WorldStore,
  tenant: (id: string) => PracticeTenant,
): void {
  api.get('/tenants/:id', (context) => context.json(tenantRecord(tenant(context.req.param('id')))));
  api.get('/tenants/:id/memberships', (context) =>
    context.json(Object.fromEntries(memberships(tenant(context.req.param('id')).directory))),
  );
  api.get('/tenants/:id/groups', (context) => {
    const text = context.req.query('contains') ?? '';
    return context.json(groupsContaining(tenant(context.req.param('id')).directory, text));
  });
  api.get('/tenants/:id/people/:person', (context) => {
    const { id, person } = context.req.param();
    const found = tenant(id).directory.user(person);
    if (!found) throw new HTTPException(404, { message: `There is no person '${person}'.` });
    return context.json(found);
  });
  api.get('/tenants/:id/people/:person/groups', (context) => {
    const { id, person } = context.req.param();
    const groups = groupsOf(tenant(id).directory, person);
    if (!groups) throw new HTTPException(404, { message: `There is no person '${person}'.` });
    return context.json(groups);
  });
  api.post('/tenants/:id', async (context) => {
    const change = tenantChange.parse(await context.req.json());
    const changed = tenant(context.req.param('id'));
    changeTenant(store, changed, change);
    return context.json(tenantRecord(changed));
  });
}
