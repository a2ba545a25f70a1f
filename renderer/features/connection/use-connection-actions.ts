import { useQueryClient } from '@tanstack/react-query';
import type { TestedConnection } from '../../../electron/contract/contract.ts';
import type { ChosenWay } from '../../../electron/contract/consent-way.ts';
import type {
  ConsentAttempt,
  ConsentWhose,
  GrantStatus,
} from '../../../electron/contract/grant.ts';
import type { QuietWatch } from '../../../electron/contract/quiet-watch.ts';
import { lookAtCustomer, testCustomer, testing } from '../../client/connections.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import type { Action } from '../../client/use-action.ts';

/** What the buttons of the Connection page do. Each returns the connection's new state. */
export interface ConnectionActions {
  readonly begin: Action<ChosenWay, ConsentAttempt>;
  /** The same for the reader of a vendor's connector. */
  readonly beginReader: Action<ChosenWay, ConsentAttempt>;
  readonly reopen: Action<void, ConsentAttempt>;
  readonly cancel: Action<void, ConsentAttempt>;
  readonly checkNow: Action<void, TestedConnection>;
  readonly test: Action<void, TestedConnection>;
  readonly signIn: Action<void, { account: string }>;
  readonly cancelSignIn: Action<void, { cancelled: boolean }>;
  readonly removeHere: Action<void, GrantStatus>;
  /** Marks the customer as asked. */
  readonly ask: Action<void, QuietWatch>;
  readonly stopAsking: Action<void, { stopped: true }>;
}

/** Binds the grant calls to one customer. `copyLink` copies a consent link. */
export function useConnectionActions(
  tenantId: string,
  copyLink: (link: string) => void,
): ConnectionActions {
  const engine = useEngine();
  const { asked: asking, grants } = engine;
  const queries = useQueryClient();
  const look = () => void lookAtCustomer(engine, queries, tenantId);
  const test = (ask: typeof grants.test) =>
    testCustomer(engine, queries, tenantId, () => ask({ tenantId }));
  const asked = ({ way, browser }: ChosenWay, whose: ConsentWhose) => ({
    tenantId,
    way,
    whose,
    ...(browser !== null && { browser }),
  });
  const begun = (attempt: ConsentAttempt, { way }: ChosenWay) => {
    if (way === 'copyLink') copyLink(attempt.url);
    void queries.invalidateQueries({ queryKey: keys.consentWays() });
    look();
  };
  const which = { tenantId };
  return {
    begin: useAction((chosen) => grants.begin(asked(chosen, 'connector')), begun),
    beginReader: useAction((chosen) => grants.begin(asked(chosen, 'reader')), begun),
    reopen: useAction(() => grants.reopen(which), look),
    cancel: useAction(() => grants.cancel(which), look),
    checkNow: useAction(() => test(grants.checkNow), undefined, testing(tenantId)),
    test: useAction(() => test(grants.test), undefined, testing(tenantId)),
    signIn: useAction(() => grants.signIn(which), look),
    cancelSignIn: useAction(() => grants.cancelSignIn(which), look),
    removeHere: useAction(() => grants.removeHere(which), look),
    ask: useAction(() => asking.mark(which), look),
    stopAsking: useAction(() => asking.stop(which), look),
  };
}
