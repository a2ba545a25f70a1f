import type { Demand, SignedInAccount } from '../../contract/account.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Log } from '../kernel/ports.ts';
import { demandOf } from '../errors/questions.ts';
import type { Connector, Identity } from './identity.ts';
import { homeTenantOf, isTraveller } from './candidates.ts';

/** Who is signed in, and which tenants demanded another sign-in. */
export interface Accounts {
  list(): Promise<SignedInAccount[]>;
  demands(): Promise<Demand[]>;
  /**
   * Retries silently where a sign-in was demanded, with one account or all; one browser sign-in often
   * satisfies several tenants. Never opens a page.
   */
  tryAgain(account?: string): Promise<{ readonly cleared: number; readonly left: number }>;
  /** Call after a browser sign-in: tries the account in the other tenants, in the background. */
  signedIn(account: string): void;
  /** Signs an account out of every tenant, on this computer. */
  signOut(profileId: string, accountId: string): Promise<{ readonly tenants: number }>;
}

/** Makes the service. */
export function createAccounts(ports: {
  readonly identity: Pick<Identity, 'accounts' | 'demands' | 'delegatedToken' | 'signOut'>;
  readonly profileIds: () => Promise<readonly string[]>;
  readonly connector: (profileId: string) => Promise<Connector>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly log: Log;
}): Accounts {
  const { identity } = ports;

  async function ofProfile(profileId: string): Promise<SignedInAccount[]> {
    const all = await ports
      .connector(profileId)
      .then((connector) => identity.accounts(connector))
      .catch(noneWhereUnusable);
    return all.map((account) => ({
      profileId,
      accountId: account.homeAccountId,
      account: account.username,
      homeTenantId: homeTenantOf(account.homeAccountId),
      tenantIds: [...(account.tenantProfiles?.keys() ?? [])],
      reachesOthers: isTraveller(account),
    }));
  }

  async function demands(): Promise<Demand[]> {
    return (await identity.demands()).flatMap(({ profileId, tenantId, account, problem, at }) => {
      const kind = demandOf(problem);
      return kind === null
        ? []
        : [{ profileId, tenantId, account, kind, problem, at: new Date(at).toISOString() }];
    });
  }

  const tryAgain: Accounts['tryAgain'] = async (account) => {
    const before = await demands();
    for (const demand of before) {
      if (account !== undefined && demand.account !== account) continue;
      try {
        const connector = await ports.connector(demand.profileId);
        await identity.delegatedToken(connector, demand.tenantId, { fresh: true });
      } catch (error) {
        if (!(error instanceof EvergrantError)) throw error;
        ports.log.info('accounts.stillDemanded', {
          tenantId: demand.tenantId,
          code: error.code,
        });
      }
    }
    const left = await demands();
    const isLeft = (demand: Demand): boolean =>
      left.some(
        ({ profileId, tenantId }) => profileId === demand.profileId && tenantId === demand.tenantId,
      );
    return { cleared: before.filter((demand) => !isLeft(demand)).length, left: left.length };
  };

  return {
    list: async () => {
      const all = await Promise.all((await ports.profileIds()).map(ofProfile));
      return all.flat();
    },
    demands,
    tryAgain,
    signedIn: (account) => {
      tryAgain(account).catch((error: unknown) => {
        const name = error instanceof Error ? error.name : 'unknown';
        ports.log.warn('accounts.notTriedAgain', { name });
      });
    },
    signOut: async (profileId, accountId) => {
      const found = (await ofProfile(profileId)).find((one) => one.accountId === accountId);
      await identity.signOut(profileId, accountId);
      await ports.activity.record({
        action: 'signedOut',
        result: 'done',
        profileId,
        account: found?.account ?? null,
        params: { tenants: found?.tenantIds.length ?? 0 },
      });
      ports.changes.publish({ topic: 'grants', tenantId: null });
      ports.changes.publish({ topic: 'accounts', tenantId: null });
      return { tenants: found?.tenantIds.length ?? 0 };
    },
  };
}

/** Returns no accounts for a connector whose cloud file is gone, so that the others are still shown. */
function noneWhereUnusable(error: unknown): readonly never[] {
  if (error instanceof EvergrantError) return [];
  throw error;
}
