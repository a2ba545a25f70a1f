import type { ConsentAttempt } from '../../../contract/grant.ts';
import type { GraphFactory } from '../../graph/graph.ts';
import type { Connector, Identity } from '../../identity/identity.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Clock } from '../../kernel/ports.ts';
import type { Grants } from '../grants.ts';
import type { GrantStore } from '../store.ts';
import { confirmOtherTenant } from '../test/wrong-tenant.ts';
import { consentGoal } from './consent-goal.ts';
import { ConsentRun, mayBeAcceptedYet } from './consent-run.ts';

export interface RunPorts {
  readonly store: Pick<GrantStore, 'saveAttempt'>;
  readonly grants: Pick<Grants, 'test' | 'testQuietly'>;
  readonly identity: Pick<Identity, 'appToken'>;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
  /** Watches for a late Accept after an attempt ended. */
  readonly watchLate: (tenantId: string) => Promise<void>;
  readonly activity: Pick<Activity, 'record'>;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
}

/**
 * Makes the run of an attempt, new or left by an earlier process. The rooms test, store and end it.
 * `isReader`: the connector is the reader that checks a vendor's.
 */
export function runOfAttempt(
  ports: RunPorts,
  connector: Connector,
  attempt: ConsentAttempt,
  isReader: boolean,
  signal: AbortSignal,
): ConsentRun {
  const { grants } = ports;
  const { tenantId } = attempt;
  return new ConsentRun(
    {
      clock: ports.clock,
      test: async (both) => (await grants.test(tenantId, both)).test,
      goal: consentGoal(connector, isReader),
      look: async (both) => (await grants.testQuietly(tenantId, both)).test,
      confirmOther: (hint, both) => confirmOtherTenant(ports, connector, tenantId, hint, both),
      save: (now) => save(ports, now),
    },
    attempt,
    signal,
  );
}

/** Stores the attempt's current state, notifies screens, and records its end in the activity log. */
async function save(ports: RunPorts, attempt: ConsentAttempt): Promise<void> {
  const { tenantId, profileId, phase, problem } = attempt;
  await ports.store.saveAttempt(attempt);
  ports.changes.publish({ topic: 'grants', tenantId });
  if (attempt.endedAt === null) return;
  const end = { action: 'consentEnded', tenantId, profileId } as const;
  await ports.activity.record({ ...end, result: phase, problem });
  if (mayBeAcceptedYet(attempt)) await ports.watchLate(tenantId);
}
