import type { CarryOnPorts, StepPorts } from './carry-on-ports.ts';
import { gatherEvidenceBefore } from './gather-evidence.ts';
import { removeHere, takenAt } from './remove-here.ts';
import { checkDeletion, checkSettled } from './steps/check-deletion.ts';
import { checkGrant } from './steps/check-grant.ts';
import { checkSync, checkTest } from './steps/check-proof.ts';
import type { ResetRecord } from './store.ts';

/** The automatic actions and checks of a reset. */
export interface CarryOn {
  /** Continues while no person is needed. Work that a crash interrupted is found done, and not repeated. */
  drive(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord>;
  /** Checks whether the step has ended, and continues if it has. */
  check(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord>;
}

/** Makes the service. Every transition is stored before the next action. */
export function createCarryOn(ports: CarryOnPorts, transitions: StepPorts['transitions']): CarryOn {
  const stepPorts = { ...ports, transitions };
  return {
    drive: (record, signal) => drive(stepPorts, record, signal),
    check: (record, signal) => check(stepPorts, record, signal),
  };
}

/** The steps at which no record of the old grant can remain in Evergrant. */
const untilGranted: ReadonlySet<string> = new Set(['deletion', 'settling', 'granting']);

async function drive(
  ports: StepPorts,
  from: ResetRecord,
  signal?: AbortSignal,
): Promise<ResetRecord> {
  const { clock, transitions } = ports;
  let record = from;
  if (record.snapshot.state === 'evidence') {
    const evidence = await gatherEvidenceBefore(ports, record.tenantId, signal);
    const event = { type: 'evidenceKept', at: clock.now(), evidence } as const;
    record = await transitions.apply(record, event);
  }
  if (record.snapshot.state === 'removal') {
    await removeHere(ports, record);
    return await transitions.apply(record, { type: 'removedHere', at: clock.now() });
  }
  if (takenAt(record.snapshot) !== null && untilGranted.has(record.snapshot.state)) {
    await removeHere(ports, record);
  }
  return record;
}

async function check(
  ports: StepPorts,
  record: ResetRecord,
  signal?: AbortSignal,
): Promise<ResetRecord> {
  switch (record.snapshot.state) {
    case 'evidence':
    case 'removal':
      return drive(ports, record, signal);
    case 'deletion':
      return checkDeletion(ports, record, signal);
    case 'settling':
      return checkSettled(ports, record, signal);
    case 'granting':
      return checkGrant(ports, record, signal);
    case 'testing':
      return checkTest(ports, record, signal);
    case 'syncing':
      return checkSync(ports, record, signal);
    default:
      return record;
  }
}
