import type { Tenant } from '../../../electron/contract/tenant.ts';
import { Facts } from '../../ui/facts.tsx';
import { useText } from '../../ui/use-text.ts';

/** The tenant ID and the primary domain beside the indicator, with copy buttons. */
export function TenantIdentity({ tenant }: { readonly tenant: Tenant }) {
  const { t } = useText();
  return (
    <Facts
      facts={[
        {
          label: t('common:tenantId'),
          value: <code>{tenant.tenantId}</code>,
          copy: tenant.tenantId,
        },
        {
          label: t('common:primaryDomain'),
          value: tenant.primaryDomain ?? t('common:unknown'),
          ...(tenant.primaryDomain !== null && { copy: tenant.primaryDomain }),
        },
      ]}
    />
  );
}
