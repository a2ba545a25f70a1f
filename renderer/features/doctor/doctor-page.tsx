import { makeStyles, Spinner } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Diagnosis } from '../../../electron/contract/doctor.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { diagnosisTicket } from '../../../text/reports/ticket-diagnosis.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { OpenResetNote } from '../../ui/open-reset-note.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { useSubject } from '../../ui/subject.ts';
import { TicketActions } from '../../ui/ticket-actions.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';
import { DomainsCard } from './domains-card.tsx';
import { VerdictCard } from './verdict-card.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', gap: '8px', alignItems: 'center' } });

/** A diagnosis younger than this is shown when the page opens; an older one is repeated. Milliseconds. */
const recentMs = 5 * 60_000;

/** Whether a diagnosis is outdated: time has passed, or there is a newer test. */
function isOld({ at, test }: Diagnosis, { lastTestAt }: TenantRow, now: number): boolean {
  return now - Date.parse(at) >= recentMs || (lastTestAt !== null && lastTestAt > test.finishedAt);
}

/** Find the cause: runs once when it is opened, and shows one verdict with its evidence. */
export function DoctorPage({ tenant }: { readonly tenant: TenantRow }) {
  const styles = useStyles();
  const { text, t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const offline = useOffline();
  const subject = useSubject();
  const now = useNow();
  const { tenantId } = tenant;
  const key = keys.diagnosis(tenantId);
  const last = useQuery({ queryKey: key, queryFn: () => engine.doctor.last({ tenantId }) });
  const look = useAction(
    (newDomain: string | undefined) =>
      engine.doctor.diagnose({ tenantId, ...(newDomain !== undefined && { newDomain }) }),
    (found) => {
      queries.setQueryData(key, found);
      void queries.invalidateQueries({ queryKey: keys.connection(tenantId) });
    },
  );
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || offline || last.isPending) return;
    opened.current = true;
    // An automatic diagnosis, made just now after a noticed change, is still valid.
    if (last.data == null || isOld(last.data, tenant, Date.now())) look.run(undefined);
  });
  const name = customerName(tenant);
  const found = last.data ?? null;
  return (
    <Page
      title={t('doctor:title')}
      documentTitle={`${name} · ${t('doctor:title')}`}
      lead={t('doctor:lead')}
      back={{ path: paths.connection(tenantId), label: name }}
      actions={
        <div className={styles.actions}>
          {found !== null && !look.running && (
            <TicketActions
              value={() => diagnosisTicket(text, subject, found, tenant.status, Date.now())}
            />
          )}
          <BlockableButton
            blocked={offline ? t('connection:offlineTest') : null}
            onPress={() => !look.running && look.run(undefined)}
          >
            {look.running ? t('doctor:looking') : t('doctor:again')}
          </BlockableButton>
        </div>
      }
    >
      <OpenResetNote tenant={tenant} />
      {look.problem !== null && <ProblemCard problem={look.problem} heading={t('doctor:failed')} />}
      {look.running && <Spinner size="small" label={t('doctor:looking')} />}
      {found !== null && !look.running && (
        <>
          <VerdictCard found={found} status={tenant.status} isOld={isOld(found, tenant, now)} />
          <DomainsCard found={found} onAsk={(domain) => look.run(domain)} />
        </>
      )}
    </Page>
  );
}
