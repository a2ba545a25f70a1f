import type { TenantRow } from '../../electron/contract/tenant.ts';
import { ConnectionPage } from '../features/connection/connection-page.tsx';
import { CustomersPage } from '../features/customers/customers-page.tsx';
import { DoctorPage } from '../features/doctor/doctor-page.tsx';
import { ForgetPage } from '../features/forget-customer/forget-page.tsx';
import { ImportPage } from '../features/import-customers/import-page.tsx';
import { PartnerPage } from '../features/partner-customers/partner-page.tsx';
import { ResetPage } from '../features/reset/reset-page.tsx';
import { TakeOverPage } from '../features/reset/take-over-page.tsx';
import { route } from './route.ts';
import type { Route } from './route.ts';

const section = 'customers';

const withId = (tenants: readonly TenantRow[], id: string): TenantRow | undefined =>
  tenants.find(({ tenantId }) => tenantId === id);

/** The customer list, each customer's connection, and the screens to add, reset and forget one. */
export const customerRoutes: readonly Route[] = [
  route({ path: '/', section, screen: ({ tenants }) => <CustomersPage tenants={tenants} /> }),
  route({
    path: '/customers',
    section,
    screen: ({ tenants }) => <CustomersPage tenants={tenants} />,
  }),
  route({
    path: '/customers/:tenant',
    section,
    screen: ({ tenant }) => <ConnectionPage tenantId={tenant.tenantId} already={false} />,
  }),
  route({
    path: '/customers/:tenant/already',
    section,
    screen: ({ tenant }) => <ConnectionPage tenantId={tenant.tenantId} already />,
  }),
  route({
    path: '/customers/:tenant/cause',
    section,
    screen: ({ tenant }) => <DoctorPage tenant={tenant} />,
  }),
  route({
    path: '/customers/:tenant/reset',
    section,
    screen: ({ tenant }) => <ResetPage tenant={tenant} purpose="reset" />,
  }),
  route({
    path: '/customers/:tenant/off-board',
    section,
    screen: ({ tenant }) => <ResetPage tenant={tenant} purpose="offBoard" />,
  }),
  route({
    // The page stays open when its customer is gone, and says so.
    path: '/forget/:id',
    section,
    whose: ({ tenants, id }) => withId(tenants, id),
    screen: ({ tenants, id }) => <ForgetPage tenant={withId(tenants, id) ?? null} />,
  }),
  route({ path: '/partner', section, screen: () => <PartnerPage /> }),
  route({ path: '/import', section, screen: () => <ImportPage /> }),
  route({ path: '/take-over', section, screen: () => <TakeOverPage /> }),
];
