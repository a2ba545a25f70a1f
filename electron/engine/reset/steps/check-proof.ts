import { errorOf } from '../../errors/evergrant-error.ts';
import type { StepPorts } from '../carry-on-ports.ts';
import { gatherEvidence } from '../gather-evidence.ts';
import { lookIfPossible } from '../look-if-possible.ts';
import { standingOf } from '../standing.ts';
import type { ResetRecord } from '../store.ts';
import { goBack } from './go-back.ts';

/** Tests the new grant; the reset continues once it is proven. */
export async function checkTest(
  ports: StepPorts,
  record: ResetRecord,
  signal?: AbortSignal,
): Promise<ResetRecord> {
  const { tenantId, snapshot } = record;
  const { test } = await ports.consents.checkNow(tenantId, signal);
  const { kind, stale } = await ports.grants.status(tenantId);
  const isProven = (kind === 'granted' || kind === 'onRecord') && !stale;
  const old = snapshot.context.before?.servicePrincipalId ?? null;
  const look = isProven ? null : await lookIfPossible(ports.look, tenantId, signal);
  const isBack = isProven
    ? old !== null && test.servicePrincipalId === old
    : look !== null && standingOf(look, snapshot) === 'old';
  if (isBack) {
    const back = await goBack(ports, record);
    if (back !== record) return back;
  }
  if (!isProven) return record;
  const evidence = await gatherEvidence(ports, tenantId, test);
  return ports.transitions.apply(record, { type: 'proven', at: ports.clock.now(), evidence });
}

/** Runs a full sync of the customer. Errors: those of the sync. */
export async function checkSync(
  ports: Pick<StepPorts, 'tenants' | 'grants' | 'syncs' | 'clock' | 'transitions'>,
  record: ResetRecord,
  signal?: AbortSignal,
): Promise<ResetRecord> {
  const { tenantId } = record;
  // The time of the grant can be from another clock, or from before this one was set back.
  const since = Math.min(grantedAt(record), ports.clock.now());
  let run = await ports.syncs.start(tenantId, 'full');
  for await (const seen of ports.syncs.watch(tenantId, signal)) run = seen;
  if (run.problem !== null) throw errorOf(run.problem);
  if (run.state !== 'finished' || Date.parse(run.startedAt) < since) return record;
  const test = (await ports.grants.kept(tenantId))?.last ?? null;
  const evidence = await gatherEvidence(ports, tenantId, test);
  return ports.transitions.apply(record, { type: 'synced', at: ports.clock.now(), evidence });
}

/** A sync that began before the new grant shows nothing about it. */
function grantedAt({ startedAt, snapshot }: ResetRecord): number {
  return snapshot.context.steps.find(({ step }) => step === 'granting')?.at ?? startedAt;
}
