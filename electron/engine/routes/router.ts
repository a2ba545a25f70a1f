import type { BackupRoom } from '../backup/compose.ts';
import type { ConnectionRoom } from '../connection/compose.ts';
import type { ConnectorsRoom } from '../connectors/compose.ts';
import type { DirectoryRoom } from '../directory/compose.ts';
import type { DoctorRoom } from '../doctor/compose.ts';
import type { ExportRoom } from '../export/compose.ts';
import type { IdentityRoom } from '../identity/compose.ts';
import { presentChanges } from '../kernel/changes.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { PartnerRoom } from '../partner/compose.ts';
import type { RegistrationRoom } from '../registration/compose.ts';
import type { ResetRoom } from '../reset/compose.ts';
import type { TenantsRoom } from '../tenants/compose.ts';
import { createAccountsRouter } from './accounts.ts';
import { createActivityRouter } from './activity.ts';
import { answerEach } from './answer.ts';
import { createAskedRouter } from './asked.ts';
import { createBackupsRouter } from './backups.ts';
import { createBase } from './base.ts';
import { createComparisonsRouter } from './comparisons.ts';
import { createCredentialsRouter } from './credentials.ts';
import { createGroupsRouter, createPeopleRouter } from './directory.ts';
import { createDoctorRouter } from './doctor.ts';
import { createExportsRouter } from './exports.ts';
import { createGrantsRouter } from './grants.ts';
import { createImportsRouter } from './imports.ts';
import { createPartnerRouter } from './partner.ts';
import { createPoliciesRouter } from './policies.ts';
import { createProblemsRouter } from './problems.ts';
import { createProfilesRouter } from './profiles.ts';
import { createResetsRouter } from './resets.ts';
import { createSetUpsRouter } from './set-ups.ts';
import { createSyncsRouter } from './syncs.ts';
import { createTenantsRouter } from './tenants.ts';
import { createTicketsRouter } from './tickets.ts';
import { createVendorsRouter } from './vendors.ts';

/** The services that implement the contract. */
export interface Rooms {
  readonly kernel: Kernel;
  readonly connectors: ConnectorsRoom;
  readonly tenants: TenantsRoom;
  readonly identity: IdentityRoom;
  readonly registration: RegistrationRoom;
  readonly partner: PartnerRoom;
  readonly connection: ConnectionRoom;
  readonly directory: DirectoryRoom;
  readonly exporting: ExportRoom;
  readonly doctor: DoctorRoom;
  readonly reset: ResetRoom;
  readonly backup: BackupRoom;
}

/** Implements the engine's contract, one file for each area. */
export function createRouter(rooms: Rooms) {
  const { kernel, connectors, tenants, registration, connection, directory, reset } = rooms;
  const { log, changes, notices } = kernel;
  const base = createBase(log);
  return {
    changes: base.changes.handler(({ path, signal }) =>
      answerEach(log, { path, signal }, presentChanges(changes.subscribe(signal))),
    ),
    notices: base.notices.handler(({ path, signal }) =>
      answerEach(log, { path, signal }, notices.subscribe(signal)),
    ),
    vendors: createVendorsRouter(base, connectors),
    setUps: createSetUpsRouter(base, registration),
    profiles: createProfilesRouter(base, connectors),
    credentials: createCredentialsRouter(base, registration),
    tenants: createTenantsRouter(base, tenants, connection),
    partner: createPartnerRouter(base, rooms.partner),
    imports: createImportsRouter(base, log, tenants),
    problems: createProblemsRouter(base),
    doctor: createDoctorRouter(base, rooms.doctor),
    grants: createGrantsRouter(base, connection, reset),
    asked: createAskedRouter(base, connection, reset),
    resets: createResetsRouter(base, reset),
    syncs: createSyncsRouter(base, log, directory),
    groups: createGroupsRouter(base, directory),
    people: createPeopleRouter(base, directory),
    comparisons: createComparisonsRouter(base, directory),
    exports: createExportsRouter(base, log, rooms.exporting),
    policies: createPoliciesRouter(base, directory),
    accounts: createAccountsRouter(base, rooms.identity),
    backups: createBackupsRouter(base, rooms.backup),
    activity: createActivityRouter(base, kernel),
    tickets: createTicketsRouter(base, kernel, tenants),
  };
}
