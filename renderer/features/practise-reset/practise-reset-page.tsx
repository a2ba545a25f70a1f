import { Button, Spinner } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { HostInfo } from '../../../electron/contract/contract.ts';
import { useEngine, useHost } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { EnterPractice } from '../../ui/enter-practice.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

/** The rehearsal's page when its customer is missing: outside Practice, or after it was removed. */
export function PractiseResetPage() {
  const { t } = useText();
  const { practiceReset, workspace } = useHost();
  const outside = workspace === 'real';
  return (
    <Page
      title={t('practise:title')}
      lead={outside ? t('practise:outside.lead') : t('practise:gone.lead')}
    >
      {outside && (
        <div>
          <EnterPractice
            appearance="primary"
            label={t('practise:button')}
            to={paths.practiseReset()}
          />
        </div>
      )}
      {practiceReset !== undefined && <PutBack {...practiceReset} />}
    </Page>
  );
}

function PutBack({ tenantId, clientId }: NonNullable<HostInfo['practiceReset']>) {
  const { t } = useText();
  const { profiles, tenants } = useEngine();
  const queries = useQueryClient();
  const add = useAction(
    async () => {
      // The technician may also have rehearsed a set-up: use the connector that the customer knows.
      const known = (await profiles.list()).find((profile) => profile.clientId === clientId);
      return await tenants.add({ domainOrId: tenantId, ...(known && { profileId: known.id }) });
    },
    () => void queries.invalidateQueries({ queryKey: keys.tenants() }),
  );
  return (
    <div>
      <Button
        appearance="primary"
        disabledFocusable={add.running}
        {...(add.running && { icon: <Spinner size="extra-tiny" /> })}
        onClick={() => !add.running && add.run(undefined)}
      >
        {add.running ? t('practise:gone.adding') : t('practise:gone.button')}
      </Button>
      {add.problem !== null && (
        <ProblemCard problem={add.problem} heading={t('practise:gone.failed')} />
      )}
    </div>
  );
}
