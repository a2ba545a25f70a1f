import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { TenantRow } from '../../electron/contract/tenant.ts';
import { go, paths } from '../ui/router.ts';
import { useText } from '../ui/use-text.ts';
import { customerName } from '../../text/words/customer-name.ts';
import { findCustomers } from '../ui/find-customers.ts';
import type { Section } from './route.ts';

const all = 'all';
/** More than anyone reads in a list; typing narrows it down. */
const most = 50;

/** Switches the customer and stays in the section. */
export function CustomerSwitcher({
  section,
  tenantId,
  tenants,
}: {
  readonly section: Section;
  readonly tenantId: string | null;
  readonly tenants: readonly TenantRow[];
}) {
  const { t } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const current = tenants.find((tenant) => tenant.tenantId === tenantId);
  const shown = current === undefined ? t('shell:switcherPlaceholder') : customerName(current);
  const matches = findCustomers(tenants, typed ?? '').slice(0, most);
  const choose = (value: string | undefined) => {
    setTyped(null);
    if (value === undefined) return;
    const chosen = value === all ? null : value;
    // These sections have no screen for each customer: open the chosen customer's own page.
    if (section === 'customers' || section === 'connectors' || section === 'practiseReset') {
      go(chosen === null ? paths.customers() : paths.connection(chosen));
    } else {
      go(paths[section](chosen));
    }
  };
  return (
    <Field label={t('shell:switcher')}>
      <Combobox
        style={{ minWidth: 0 }}
        input={{ style: { minWidth: 0, width: '100%' } }}
        value={typed ?? shown}
        selectedOptions={[tenantId ?? all]}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onOpenChange={(_, data) => !data.open && setTyped(null)}
        onOptionSelect={(_, data) => choose(data.optionValue)}
      >
        {typed === null || typed === '' ? (
          <Option value={all}>{t('common:allCustomers')}</Option>
        ) : null}
        {matches.map((tenant) => (
          <Option key={tenant.tenantId} value={tenant.tenantId}>
            {customerName(tenant)}
          </Option>
        ))}
        {matches.length === 0 && <Option disabled>{t('shell:switcherNoMatch')}</Option>}
      </Combobox>
    </Field>
  );
}
