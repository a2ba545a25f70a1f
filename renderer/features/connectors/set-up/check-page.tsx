import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { RegistrationReport } from '../../../../electron/contract/set-up.ts';
import { useEngine, useHost } from '../../../client/engine-context.tsx';
import { keys } from '../../../client/queries.ts';
import { useAction } from '../../../client/use-action.ts';
import { registrationTicket } from '../../../../text/reports/registration-ticket.ts';
import { Card } from '../../../ui/card.tsx';
import { CopyForTicket } from '../../../ui/copy-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { go, paths } from '../../../ui/router.ts';
import { useText } from '../../../ui/use-text.ts';
import { CheckList } from './check-list.tsx';
import { HomeGrant } from './home-grant.tsx';
import { Steps } from './steps.tsx';
import { Quiet } from '../../../ui/words.tsx';
import { Row } from '../../../ui/row.tsx';

const useStyles = makeStyles({
  words: { margin: 0, fontWeight: tokens.fontWeightSemibold, flexGrow: 1 },
  home: { display: 'flex', gap: '12px', alignItems: 'flex-end', flexWrap: 'wrap' },
});

/** The third step, and available later at any time: what Microsoft reports about the registration. */
export function CheckPage({ profileId }: { readonly profileId: string }) {
  const styles = useStyles();
  const { text, t, time } = useText();
  const engine = useEngine();
  const { workspace } = useHost();
  const profiles = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  const [report, setReport] = useState<RegistrationReport | null>(null);
  const listed = profiles.data?.find(({ id }) => id === profileId);
  const name = report?.profile.name ?? listed?.name ?? t('common:unknown');
  const check = useAction(
    (home: string | undefined) =>
      engine.setUps.check({ profileId, ...(home !== undefined && { home }) }),
    setReport,
  );
  const { run } = check;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    run(undefined);
  }, [run]);
  // Until the registration is found there, the engine does not store the typed tenant.
  const home = report?.tenantId;
  const again = useCallback(() => run(home), [run, home]);
  const isHomeUnknown = check.problem?.code === 'setUp.homeUnknown';
  return (
    <Page
      title={t('setUp:check.title', { name })}
      {...(report && { lead: t('setUp:check.lead', { tenant: report.tenantId }) })}
      back={{ path: paths.customers(), label: t('setUp:back') }}
    >
      <Steps
        current="check"
        back={{ name: paths.connector(profileId), register: paths.connector(profileId) }}
      />
      {check.problem !== null && !check.running && (
        <ProblemCard
          problem={check.problem}
          heading={t('setUp:check.failed')}
          tone={isHomeUnknown ? 'warning' : 'error'}
        />
      )}
      {isHomeUnknown && <HomeForm running={check.running} onHome={run} />}
      {report !== null && report.grant !== 'notNeeded' && (
        <HomeGrant report={report} onGranted={again} />
      )}
      <Card title={t('setUp:check.list')}>
        <Row gap={12} align="center">
          <p className={styles.words} role="status" data-ready={report?.ready ?? false}>
            {report === null || check.running
              ? check.problem === null && t('setUp:check.checking')
              : t(`setUp:check.${wordsOf(report)}`)}
          </p>
          {report?.ready === true && (
            <Button appearance="primary" onClick={() => go(paths.customers())}>
              {t('setUp:check.firstCustomer')}
            </Button>
          )}
          <Button
            disabledFocusable={check.running}
            {...(check.running && { icon: <Spinner size="extra-tiny" /> })}
            onClick={() => !check.running && again()}
          >
            {t('setUp:check.again')}
          </Button>
        </Row>
        {report !== null && <CheckList report={report} />}
        {report !== null && (
          <Row gap={12} align="center">
            <Quiet>{t('setUp:check.checkedAt', { time: time(report.checkedAt) })}</Quiet>
            <CopyForTicket
              value={() => registrationTicket(text, report, Date.now(), workspace === 'practice')}
            />
          </Row>
        )}
      </Card>
    </Page>
  );
}

function wordsOf(report: RegistrationReport): 'ready' | 'notReady' | 'couldNotTell' {
  if (report.ready) return 'ready';
  return report.checks.some(({ verdict }) => verdict === 'wrong') ? 'notReady' : 'couldNotTell';
}

function HomeForm({
  running,
  onHome,
}: {
  readonly running: boolean;
  readonly onHome: (home: string) => void;
}) {
  const styles = useStyles();
  const { t } = useText();
  const { practiceHome } = useHost();
  const [home, setHome] = useState(practiceHome?.domain ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (home.trim() !== '' && !running) onHome(home.trim());
  };
  return (
    <form className={styles.home} onSubmit={submit} noValidate>
      <Field label={t('setUp:check.home')}>
        <Input value={home} spellCheck={false} onChange={(_, data) => setHome(data.value)} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={running}>
        {t('setUp:check.homeSubmit')}
      </Button>
    </form>
  );
}
