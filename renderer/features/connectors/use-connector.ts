import { useQuery } from '@tanstack/react-query';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';

/** All connectors, with the customers of each. */
export interface Connectors {
  readonly profiles: readonly Profile[];
  readonly customersOf: (profileId: string) => readonly TenantRow[];
}

/** Fetches the connectors and the customers. */
export function useConnectors(): {
  readonly connectors: Connectors | null;
  readonly problem: Problem | null;
} {
  const engine = useEngine();
  const profiles = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  const tenants = useQuery({ queryKey: keys.tenants(), queryFn: () => engine.tenants.list() });
  const error = profiles.error ?? tenants.error;
  if (error !== null) return { connectors: null, problem: problemFrom(error) };
  if (profiles.data === undefined || tenants.data === undefined) {
    return { connectors: null, problem: null };
  }
  const rows = tenants.data;
  return {
    connectors: {
      profiles: profiles.data,
      customersOf: (id) => rows.filter(({ profileId }) => profileId === id),
    },
    problem: null,
  };
}
