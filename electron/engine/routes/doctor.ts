import type { DoctorRoom } from '../doctor/compose.ts';
import type { Base } from './base.ts';

/** `doctor.*` of the contract. */
export function createDoctorRouter(base: Base, { doctor }: DoctorRoom) {
  return {
    diagnose: base.doctor.diagnose.handler(({ input: { tenantId, newDomain }, signal }) =>
      doctor.diagnose(tenantId, newDomain, signal),
    ),
    last: base.doctor.last.handler(({ input }) => doctor.last(input.tenantId)),
  };
}
