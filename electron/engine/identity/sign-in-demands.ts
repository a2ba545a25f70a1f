import { ClaimsChallenge } from '../errors/claims-challenge.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Clock } from '../kernel/ports.ts';
import { demandOf } from '../errors/questions.ts';
import { claimsOf } from './demand.ts';
import type { Candidate } from './candidates.ts';
import type { DemandRecord, DemandStore } from './store.ts';

/** The profile and the tenant of a sign-in. */
export interface Where {
  readonly profileId: string;
  readonly tenantId: string;
}

/** Stores which tenants require a separate sign-in, and what it must satisfy. */
export interface SignInDemands {
  of(where: Where): Promise<DemandRecord | null>;
  list(): Promise<DemandRecord[]>;
  /** Stores what an error demands; an error without a demand changes nothing. */
  note(where: Where, by: Candidate, error: unknown): Promise<void>;
  clear(where: Where): Promise<void>;
  clearAccount(profileId: string, accountId: string): Promise<void>;
}

export function createSignInDemands(ports: {
  readonly store: DemandStore;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
}): SignInDemands {
  const { store, clock } = ports;
  const changed = (tenantId: string | null): void =>
    ports.changes.publish({ topic: 'accounts', tenantId });
  return {
    of: ({ profileId, tenantId }) => store.get(profileId, tenantId),
    list: () => store.list(),
    note: async (where, by, error) => {
      if (!(error instanceof EvergrantError) || demandOf(error) === null) return;
      await store.put({
        ...where,
        ...by,
        problem: error.toProblem(),
        claims: error instanceof ClaimsChallenge ? error.claims : claimsOf(error),
        at: clock.now(),
      });
      changed(where.tenantId);
    },
    clear: async ({ profileId, tenantId }) => {
      if (await store.clear(profileId, tenantId)) changed(tenantId);
    },
    clearAccount: async (profileId, accountId) => {
      await store.clearAccount(profileId, accountId);
      changed(null);
    },
  };
}
