import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useHost, useOffline } from '../../client/engine-context.tsx';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { searchOf } from '../../ui/address-query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { findCustomers, isDomainOf } from '../../ui/find-customers.ts';
import { Page } from '../../ui/page.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { AddCustomerDialog } from './add-customer-dialog.tsx';
import { AddMany } from './add-many.tsx';
import { PractiseOffer } from './practise-offer.tsx';
import { CustomersTable } from './customers-table.tsx';
import { rollUp, rollUpParts } from './roll-up.ts';
import { TagFilter } from './tag-filter.tsx';
import { allTags, withTags } from './tags.ts';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  count: { color: tokens.colorNeutralForeground3 },
});

/** All customers, those that need attention first. */
export function CustomersPage({ tenants }: { readonly tenants: readonly TenantRow[] }) {
  const styles = useStyles();
  const { t } = useText();
  const offline = useOffline();
  const host = useHost();
  const practice = host.workspace === 'practice';
  const newcomer = host.practiceNewcomer;
  const [asked, ask] = useAsked();
  const search = searchOf(asked);
  const tags = asked.getAll('tag');
  const [adding, setAdding] = useState(false);
  const add = (
    <BlockableButton
      appearance="primary"
      icon={<Add20Regular />}
      blocked={offline ? t('customers:offline') : null}
      onPress={() => setAdding(true)}
    >
      {t('customers:add')}
    </BlockableButton>
  );
  const hint =
    newcomer !== undefined && !tenants.some((row) => isDomainOf(row, newcomer.domain)) ? (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{t('customers:newcomer', newcomer)}</MessageBarBody>
      </MessageBar>
    ) : null;
  // The key keeps the open dialog mounted when the first customer changes the page around it: an open dialog
  // that is remounted leaves the page hidden from screen readers.
  const dialog = <AddCustomerDialog key="add" open={adding} onClose={() => setAdding(false)} />;
  if (tenants.length === 0) {
    return (
      <Page title={t('customers:title')}>
        {hint}
        <EmptyState title={t('customers:empty.title')} body={t('customers:empty.body')}>
          {add}
          <AddMany />
          <Link href={hrefOf(paths.newConnector())}>{t('customers:otherConnector')}</Link>
        </EmptyState>
        {dialog}
      </Page>
    );
  }
  const counts = rollUp(tenants.map(({ status }) => status));
  const summary = rollUpParts
    .flatMap((part) => {
      const count = counts.get(part) ?? 0;
      return count === 0 ? [] : [t(`customers:rollUp.${part}`, { count })];
    })
    .join(' · ');
  const shown = withTags(findCustomers(tenants, search), tags);
  return (
    <Page
      title={t('customers:title')}
      lead={practice ? `${summary}. ${t('customers:rollUp.practice')}` : summary}
      actions={
        <>
          {add}
          <AddMany />
        </>
      }
    >
      <PractiseOffer tenants={tenants} />
      {hint}
      <Row gap={16} align="center">
        <SearchField
          label={t('customers:search')}
          hint={t('customers:searchHint')}
          value={search}
          onChange={(text) => ask({ search: text })}
        />
        <TagFilter
          tags={allTags(tenants)}
          chosen={tags}
          onChange={(chosen) => ask({ tag: chosen })}
        />
        <span className={styles.count} role="status">
          {t('customers:shown', { shown: shown.length, total: tenants.length })}
        </span>
      </Row>
      {shown.length === 0 ? (
        <div>
          <p>{search === '' ? t('customer:noneWithTags') : t('customers:noMatch', { search })}</p>
          <Button onClick={() => ask({ search: '', tag: [] })}>{t('customers:clearSearch')}</Button>
        </div>
      ) : (
        <CustomersTable tenants={shown} />
      )}
      {dialog}
    </Page>
  );
}
