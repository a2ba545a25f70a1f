import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '../../../electron/contract/contract.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { GrantDialog } from './grant-dialog.tsx';
import type { ConnectionActions } from './use-connection-actions.ts';

interface Given {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
}

/** The button that fixes a reason, beside its words; nothing if the page's own buttons do. */
export function ReasonAction({ reason, ...given }: Given & { readonly reason: Problem }) {
  switch (reason.code) {
    case 'grant.readerNotGranted':
    case 'grant.readerRefused':
      return <GrantReader {...given} />;
    case 'grant.vendorsRegistration':
      return <OpenBackend connection={given.connection} />;
    default:
      return null;
  }
}

/** The reader must be granted separately in this tenant before it can read. */
function GrantReader({ connection, actions }: Given) {
  const { t } = useText();
  const engine = useEngine();
  const [granting, setGranting] = useState(false);
  const profiles = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  const readerId = connection.profile.vendor?.reader?.profileId;
  const profile = profiles.data?.find(({ id }) => id === readerId);
  if (profile === undefined) return null;
  return (
    <>
      <Button appearance="primary" size="small" onClick={() => setGranting(true)}>
        {t('vendor:card.grantReader')}
      </Button>
      <GrantDialog
        connection={{ ...connection, profile }}
        actions={{ ...actions, begin: actions.beginReader }}
        open={granting}
        onClose={() => setGranting(false)}
      />
    </>
  );
}

/** Opens the page on which the vendor shows which tenants it reads, if its address is known. */
function OpenBackend({ connection: { profile } }: Pick<Given, 'connection'>) {
  const { t } = useText();
  const { vendors } = useEngine();
  const open = useAction(() => vendors.openBackend({ profileId: profile.id }));
  const { backend } = profile;
  if (backend === null || backend.address === null) return null;
  return (
    <>
      <Button size="small" onClick={() => open.run(undefined)}>
        {t('vendor:card.open', { name: backend.name })}
      </Button>
      {open.problem !== null && <ProblemCard problem={open.problem} />}
    </>
  );
}
