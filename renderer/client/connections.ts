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
  const listedAt = listAgeOf(queries);
  try {
    const answer = await test();
    const now = queries.getQueryState(queryKey);
    if (
      now?.dataUpdateCount !== before ||
      now?.fetchStatus === 'fetching' ||
      now?.isInvalidated === true
    ) {
      void lookAtCustomer({ tenants }, queries, tenantId);
    } else {
      queries.setQueryData<Connection>(queryKey, answer);
      queries.setQueryData<string>(keys.answered(tenantId), answer.lastTest.id);
      showInList(queries, answer, listedAt);
    }
    return answer;
  } catch (error) {
    void lookAtCustomer({ tenants }, queries, tenantId);
    throw error;
  }
}

/** Whether a change is a test whose answer this window has shown. */
export function isShownHere(queries: QueryClient, { tenantId, testId }: Change): boolean {
  if (tenantId === null || testId === undefined) return false;
  return queries.getQueryData<string>(keys.answered(tenantId)) === testId;
}

/** Whether a change is a test, and this window waits for an answer that may be that test. */
export function mayBeAwaited(queries: QueryClient, { tenantId, testId }: Change): boolean {
  if (tenantId === null || testId === undefined) return false;
  return queries.isMutating({ mutationKey: testing(tenantId) }) > 0;
}

/**
 * Shows a test that may be the one that this window waits for: its answer follows within moments. If it
 * doesn't, the test was an earlier one, and the customer is fetched.
 */
export async function lookIfNotAnswered(
  engine: Pick<EngineClient, 'tenants'>,
  queries: QueryClient,
  change: Change,
  momentMs: number,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, momentMs));
  if (change.tenantId !== null && mayBeAwaited(queries, change))
    await lookAtCustomer(engine, queries, change.tenantId);
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
    const before = queries.getQueryState(queryKey)?.dataUpdateCount ?? 0;
    const listedAt = listAgeOf(queries);
    const found = await queries.fetchQuery({ queryKey, queryFn, staleTime: 0 });
    // A fetch that a later one cut short returns what was there before.
    if (queries.getQueryState(queryKey)?.dataUpdateCount === before) return;
    showInList(queries, found, listedAt);
  } catch (error) {
    // A later fetch shows it.
    if (isCancelledError(error)) return;
    // The customer was removed or can't be read: the list shows which.
    await queries.invalidateQueries({ queryKey: keys.tenants(), exact: true });
  }
}

function listAgeOf(queries: QueryClient): number | undefined {
  return queries.getQueryState(keys.tenants())?.dataUpdatedAt;
}

/**
 * Puts a customer into the list that was there when the customer was asked for. If the list is being fetched,
 * or was fetched since, it is unknown which is newer: the list is fetched again.
 */
function showInList(
  queries: QueryClient,
  connection: Connection,
  listedAt: number | undefined,
): void {
  const queryKey = keys.tenants();
  const list = queries.getQueryState(queryKey);
  if (list === undefined) return;
  if (list.fetchStatus === 'fetching' || list.dataUpdatedAt !== listedAt) {
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
