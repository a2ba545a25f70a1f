import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { Accounts } from '../identity/accounts.ts';
import type { Connector, Identity } from '../identity/identity.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Tenants } from '../tenants/tenants.ts';

/** Signs technicians in to a customer, for the delegated proofs. */
export interface SignIns {
  /**
   * Signs in through the system browser, then tries the account in the other tenants that demanded a sign-in.
   *
   * Errors: `grant.signInRuns`, `grant.vendorsRegistration`, `tenant.unknown`, `identity.*`, `aadsts.*`.
   */
  signIn(tenantId: string, signal?: AbortSignal): Promise<{ readonly account: string }>;
  /** False when no sign-in is running. */
  cancel(tenantId: string): boolean;
}

/** Makes the sign-ins. */
export function createSignIns(ports: {
  readonly tenants: Pick<Tenants, 'get'>;
  readonly connector: (profileId: string) => Promise<Connector>;
  readonly identity: Pick<Identity, 'signIn'>;
  readonly accounts: Pick<Accounts, 'signedIn'>;
  readonly activity: Pick<Activity, 'record'>;
  readonly changes: ChangePublisher;
}): SignIns {
  const running = new Map<string, AbortController>();

  return {
    signIn: async (tenantId, caller) => {
      const { profileId } = await ports.tenants.get(tenantId);
      const connector = await ports.connector(profileId);
      if (connector.profile.owner === 'vendor')
        throw new EvergrantError('grant.vendorsRegistration');
      if (running.has(tenantId)) throw new EvergrantError('grant.signInRuns', { retry: 'after' });
      const own = new AbortController();
      running.set(tenantId, own);
      try {
        const signal = caller ? AbortSignal.any([caller, own.signal]) : own.signal;
        const { account: signedIn } = await ports.identity.signIn(connector, tenantId, signal);
        const account = signedIn ?? '';
        await ports.activity.record({
          action: 'signedIn',
          tenantId,
          profileId,
          account,
          result: 'signedIn',
        });
        ports.changes.publish({ topic: 'grants', tenantId });
        ports.accounts.signedIn(account);
        return { account };
      } finally {
        running.delete(tenantId);
      }
    },
    cancel: (tenantId) => {
      const found = running.get(tenantId);
      found?.abort(new CancelledError());
      return found !== undefined;
    },
  };
}
