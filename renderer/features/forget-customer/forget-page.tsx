import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { Card } from '../../ui/card.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { activityChoices } from '../../ui/forms/export-choices.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { OffBoardFirst } from './off-board-first.tsx';
import { useConnectorRemains } from './use-connector-remains.ts';
import { Row } from '../../ui/row.tsx';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px' },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
});

/**
 * Says what forgetting removes and what it keeps, then does it. A page rather than a dialog: it stays visible
 * after the customer is gone.
 */
export function ForgetPage({ tenant: given }: { readonly tenant: TenantRow | null }) {
  const { t } = useText();
  // As it was when the page was opened: afterwards the name is no longer stored.
  const [tenant] = useState(given);
  return tenant === null ? (
    <Page
      title={t('shell:notFound.title')}
      back={{ path: paths.customers(), label: t('shell:customers') }}
    >
      <p>{t('shell:notFound.body')}</p>
    </Page>
  ) : (
    <Forget tenant={tenant} />
  );
}

function Forget({ tenant }: { readonly tenant: TenantRow }) {
  const styles = useStyles();
  const { text, t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const { tenantId } = tenant;
  const name = customerName(tenant);
  const behind = useConnectorRemains(tenant);
  const forget = useAction(
    () => engine.tenants.forget({ tenantId }),
    () => queries.invalidateQueries({ queryKey: keys.tenants() }),
  );
  const plan = useQuery({
    queryKey: keys.forgetting(tenantId),
    queryFn: () => engine.tenants.forgetting({ tenantId }),
    enabled: forget.result === undefined && !forget.running,
  });
  const damaged = (forget.result ?? plan.data)?.damagedCopies ?? [];
  if (forget.result !== undefined) {
    return (
      <Page title={t('forgetting:title', { name })}>
        <MessageBar intent="success">
          <MessageBarBody>
            {t('forgetting:done', { name })}
            {damaged.length > 0 && (
              <> {t('forgetting:damagedDone', { files: damaged.join(', ') })}</>
            )}
          </MessageBarBody>
        </MessageBar>
        <Row gap={12} align="start">
          <Button appearance="primary" onClick={() => go(paths.customers())}>
            {t('forgetting:toCustomers')}
          </Button>
        </Row>
      </Page>
    );
  }
  return (
    <Page
      title={t('forgetting:title', { name })}
      back={{ path: paths.connection(tenantId), label: name }}
    >
      {behind !== null && <OffBoardFirst tenantId={tenantId} {...behind} />}
      <Card title={t('forgetting:gone')}>
        <ul className={styles.list}>
          {t('forgetting:goneList', { returnObjects: true }).map((what) => (
            <li key={what}>{what}</li>
          ))}
          {damaged.length > 0 && <li>{t('forgetting:damaged', { files: damaged.join(', ') })}</li>}
        </ul>
      </Card>
      <Card title={t('forgetting:stays')}>
        <ul className={styles.list}>
          <li>{t('forgetting:line')}</li>
          {behind?.remains !== 'gone' && <li>{t('forgetting:tenant')}</li>}
          <li>{t('forgetting:files')}</li>
          {(plan.data?.staysSignedIn ?? []).map((account) => (
            <li key={account}>
              <strong>{t('forgetting:account', { account })}</strong>
            </li>
          ))}
        </ul>
      </Card>
      <Words measure={80}>{t('forgetting:running')}</Words>
      {forget.problem !== null && (
        <ProblemCard problem={forget.problem} heading={t('forgetting:failed')} />
      )}
      <Row gap={12} align="start">
        <ExportButton
          label={t('forgetting:exportFirst')}
          choices={activityChoices(text, tenantId, name)}
        />
        <Button
          appearance="primary"
          className={styles.danger}
          disabledFocusable={forget.running || plan.data === undefined}
          onClick={() => forget.run(undefined)}
        >
          {forget.running ? t('forgetting:working') : t('forgetting:confirm', { name })}
        </Button>
        <Button onClick={() => go(paths.connection(tenantId))}>{t('common:cancel')}</Button>
      </Row>
    </Page>
  );
}
