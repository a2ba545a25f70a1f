import { isCancelledError } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Change, Connection, TestedConnection } from '../../electron/contract/contract.ts';
import type { TenantRow } from '../../electron/contract/tenant.ts';
import type { EngineClient } from './engine-client.ts';
import { keys } from './queries.ts';

/** How old the customer list may become: a green status expires with time. */
const listAgeMs = 60_000;
/** The shortest wait: a list that is already due is usually being fetched. */
const soonestMs = 1000;

/** The mutation key of everything that tests a customer and shows the answer itself. */
export const testing = (tenantId: string) => ['test', tenantId] as const;

/**
 * Tests a customer and shows the engine's answer on its page and in the list, without a second request. If
 * something else has happened to the customer in the meantime, it is unknown which answer is newer, so the
 * customer is fetched again. Run it under {@link testing}.
 */
export async function testCustomer(
  { tenants }: Pick<EngineClient, 'tenants'>,
  queries: QueryClient,
  tenantId: string,
  test: () => Promise<TestedConnection>,
): Promise<TestedConnection> {
  const queryKey = keys.connection(tenantId);
  const before = queries.getQueryState(queryKey)?.dataUpdateCount;
  try {
    const answer = await test();
    const now = queries.getQueryState(queryKey);
    if (now?.dataUpdateCount !== before || now?.fetchStatus === 'fetching') {
      void lookAtCustomer({ tenants }, queries, tenantId);
    } else {
      queries.setQueryData<Connection>(queryKey, answer);
      showInList(queries, answer);
    }
    return answer;
  } catch (error) {
    void lookAtCustomer({ tenants }, queries, tenantId);
    throw error;
  }
}

/** Whether a change is a test whose answer this window has or is waiting for. */
export function isAnsweredHere(queries: QueryClient, { tenantId, testId }: Change): boolean {
  if (tenantId === null || testId === undefined) return false;
  const shown = queries.getQueryData<Connection>(keys.connection(tenantId));
  return (
    shown?.lastTest?.id === testId || queries.isMutating({ mutationKey: testing(tenantId) }) > 0
  );
}

/** Fetches one customer, regardless of pending requests, and shows it on its page and in the list. */
export async function lookAtCustomer(
  { tenants }: Pick<EngineClient, 'tenants'>,
  queries: QueryClient,
  tenantId: string,
): Promise<void> {
  const queryKey = keys.connection(tenantId);
  await queries.cancelQueries({ queryKey, exact: true });
  try {
    const queryFn = () => tenants.get({ tenantId });
    showInList(queries, await queries.fetchQuery({ queryKey, queryFn, staleTime: 0 }));
  } catch (error) {
    // A later fetch shows it.
    if (isCancelledError(error)) return;
    // The customer was removed or can't be read: the list shows which.
    await queries.invalidateQueries({ queryKey: keys.tenants(), exact: true });
  }
}

/** A list that is being fetched may be older than this customer: fetch it again. */
function showInList(queries: QueryClient, connection: Connection): void {
  const queryKey = keys.tenants();
  const list = queries.getQueryState(queryKey);
  if (list === undefined) return;
  if (list.fetchStatus === 'fetching') {
    void queries.invalidateQueries({ queryKey, exact: true });
    return;
  }
  const { tenantId } = connection.tenant;
  queries.setQueryData<TenantRow[]>(
    queryKey,
    (rows) => rows?.map((row) => (row.tenantId === tenantId ? rowOf(connection) : row)),
    // The other rows keep their age.
    { updatedAt: list.dataUpdatedAt },
  );
}

/** A customer's row, built from everything its page shows. */
function rowOf({ tenant, status, quietWatch, lastTest, lastSync }: Connection): TenantRow {
  return { ...tenant, status, quietWatch, lastTestAt: lastTest?.finishedAt ?? null, lastSync };
}

/**
 * When the list is due, in ms from now, based on its last full answer or failure: showing one row does not
 * postpone the others.
 */
export function untilListIsOld(
  last: { readonly dataUpdatedAt: number; readonly errorUpdatedAt: number },
  now: number,
): number {
  const askedAt = Math.max(last.dataUpdatedAt, last.errorUpdatedAt);
  const left = askedAt === 0 ? listAgeMs : askedAt + listAgeMs - now;
  return Math.min(listAgeMs, Math.max(soonestMs, left));
}
