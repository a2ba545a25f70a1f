import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { followChanges } from '../../../renderer/client/changes.ts';
import { testCustomer, testing } from '../../../renderer/client/connections.ts';
import type { EngineClient } from '../../../renderer/client/engine-client.ts';
import { keys } from '../../../renderer/client/queries.ts';
import type { OpenWindow } from '../fleet/window.ts';

/** Opens the window and waits for its first answers. */
export const openWindow: OpenWindow = async (client, tenantId) => {
  let asked: string[] = [];
  const engine = counted(client, (call) => void asked.push(call)) as unknown as EngineClient;
  const queries = new QueryClient({
    defaultOptions: { queries: { staleTime: 60_000, retry: false } },
  });
  const leaving = new AbortController();
  void followChanges(engine, queries, leaving.signal);
  const list = { queryKey: keys.tenants(), queryFn: () => engine.tenants.list() };
  const page = {
    queryKey: keys.connection(tenantId),
    queryFn: () => engine.tenants.get({ tenantId }),
  };
  const watching = [
    new QueryObserver(queries, list).subscribe(() => {}),
    new QueryObserver(queries, page).subscribe(() => {}),
  ];
  const settled = async (): Promise<void> => {
    do await new Promise((resolve) => setTimeout(resolve, 0));
    while (queries.isFetching() > 0);
  };
  await settled();
  return {
    asked: () => asked,
    forget: () => {
      asked = [];
    },
    pressTest: async () => {
      const mutation = queries.getMutationCache().build(queries, {
        mutationKey: testing(tenantId),
        mutationFn: () =>
          testCustomer(engine, queries, tenantId, () => engine.grants.test({ tenantId })),
      });
      await mutation.execute(undefined);
      await settled();
    },
    close: () => {
      leaving.abort();
      for (const leave of watching) leave();
      queries.clear();
    },
  };
};

/** A client that reports each call before making it. */
function counted(
  client: object,
  note: (call: string) => void,
  path: readonly string[] = [],
): object {
  return new Proxy(client, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name);
      const isPart =
        typeof name === 'string' && (typeof found === 'function' || found instanceof Object);
      return isPart ? counted(found as object, note, [...path, name]) : found;
    },
    apply: (target, self, args) => {
      note(path.join('.'));
      return Reflect.apply(target as (...given: unknown[]) => unknown, self, args) as unknown;
    },
  });
}
