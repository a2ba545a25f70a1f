import type { Diagnosis } from '../../contract/doctor.ts';

/** The doctor's last diagnosis of each tenant. */
export interface DoctorStore {
  save(diagnosis: Diagnosis): Promise<void>;
  last(tenantId: string): Promise<Diagnosis | null>;
}
