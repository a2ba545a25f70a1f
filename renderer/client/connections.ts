import { isCancelledError } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Change, Connection, TestedConnection } from '../../electron/contract/contract.ts';
import type { TenantRow } from '../../electron/contract/tenant.ts';
import type { EngineClient } from './engine-client.ts';
import { keys } from './queries.ts';

/** How old the list of customers may become: a green grows old by itself. */
const listAgeMs = 60_000;
/** A list that is due already is on its way, mostly. */
const soonestMs = 1000;

/** The key of whatever tests a customer and shows the answer itself. */
export const testing = (tenantId: string) => ['test', tenantId] as const;

/**
 * Tests a customer and shows what the engine answers, on its page and in the list: nothing is asked a second
 * time. Where something else has happened to the customer meanwhile, the newest of the two answers is not
 * known, and the customer is asked for again. To be run under {@link testing}.
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

/** Whether a change is a test that this window has the answer of, or waits for. */
export function isAnsweredHere(queries: QueryClient, { tenantId, testId }: Change): boolean {
  if (tenantId === null || testId === undefined) return false;
  const shown = queries.getQueryData<Connection>(keys.connection(tenantId));
  return (
    shown?.lastTest?.id === testId || queries.isMutating({ mutationKey: testing(tenantId) }) > 0
  );
}

/** Asks for one customer, whatever was asked before, and shows it on its page and in the list. */
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
    // Whoever has asked again shows it.
    if (isCancelledError(error)) return;
    // It is no customer any more, or cannot be read: the list says.
    await queries.invalidateQueries({ queryKey: keys.tenants(), exact: true });
  }
}

/** A list that is on its way may be older than this customer: it is asked for again. */
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
    // The other rows are as old as they were.
    { updatedAt: list.dataUpdatedAt },
  );
}

/** A customer's row, from all that its page shows. */
function rowOf({ tenant, status, quietWatch, lastTest, lastSync }: Connection): TenantRow {
  return { ...tenant, status, quietWatch, lastTestAt: lastTest?.finishedAt ?? null, lastSync };
}

/**
 * When the list is due, in ms from now, of how it was answered last, or failed: a row that is shown by itself
 * puts the others off no further.
 */
export function untilListIsOld(
  last: { readonly dataUpdatedAt: number; readonly errorUpdatedAt: number },
  now: number,
): number {
  const askedAt = Math.max(last.dataUpdatedAt, last.errorUpdatedAt);
  const left = askedAt === 0 ? listAgeMs : askedAt + listAgeMs - now;
  return Math.min(listAgeMs, Math.max(soonestMs, left));
}
