import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/use-text.ts';
import { CustomerPolicies } from './customer-policies.tsx';
import { PolicyCustomers } from './policy-customers.tsx';

/** Groups for policies: of one customer, or a list of customers to choose from. */
export function PoliciesPage({
  tenants,
  tenantId,
}: {
  readonly tenants: readonly TenantRow[];
  readonly tenantId: string | null;
}) {
  const { t } = useText();
  const tenant = tenants.find((row) => row.tenantId === tenantId);
  if (tenant !== undefined) return <CustomerPolicies tenant={tenant} />;
  return (
    <Page title={t('policies:title')} lead={t('policies:allLead')}>
      <PolicyCustomers tenants={tenants} />
    </Page>
  );
}
