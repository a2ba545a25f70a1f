import type { Activity } from '../kernel/activity/activity.ts';
import type { Tickets } from '../kernel/activity/tickets.ts';
import type { Backups } from '../backup/backups.ts';
import { presentChanges } from '../kernel/changes.ts';
import type { Changes } from '../kernel/changes.ts';
import type { ProfileFiles } from '../connectors/profile-files.ts';
import type { Profiles } from '../connectors/profiles.ts';
import type { ConsentWaysRoom } from '../connection/consent/consent-ways.ts';
import type { Vendors } from '../connectors/vendors.ts';
import type { SetUps } from '../registration/setup/set-ups.ts';
import type { Replacements } from '../registration/keys/replacements.ts';
import type { Connections } from '../connection/connections.ts';
import type { Consents } from '../connection/consent/consents.ts';
import type { Doctor } from '../doctor/doctor.ts';
import type { Grants } from '../connection/grants.ts';
import type { Accounts } from '../identity/accounts.ts';
import type { ConsentKits } from '../connection/consent/kit/consent-kits.ts';
import type { QuietWatches } from '../connection/consent/quiet/quiet-watches.ts';
import type { Notices } from '../kernel/notices.ts';
import type { Log } from '../kernel/ports.ts';
import type { SmallFiles } from '../kernel/files/file-saver.ts';
import type { Partner } from '../partner/partner.ts';
import type { Forgetting } from '../tenants/forgetting.ts';
import type { Imports } from '../tenants/import/imports.ts';
import type { HandOvers } from '../reset/hand-over/hand-overs.ts';
import type { ResetReports } from '../reset/report/reset-reports.ts';
import type { Resets } from '../reset/resets.ts';
import type { Tenants } from '../tenants/tenants.ts';
import type { Comparisons } from '../directory/compare/comparisons.ts';
import type { Exports } from '../export/exports.ts';
import type { Groups } from '../directory/read/groups.ts';
import type { Policies } from '../directory/policies/policies.ts';
import type { Syncs } from '../directory/sync/syncs.ts';
import type { People } from '../directory/read/people.ts';
import { createAccountsRouter } from './accounts.ts';
import { createActivityRouter } from './activity.ts';
import { answerEach } from './answer.ts';
import { createBackupsRouter } from './backups.ts';
import { createAskedRouter } from './asked.ts';
import { createBase } from './base.ts';
import { createComparisonsRouter } from './comparisons.ts';
import { createDoctorRouter } from './doctor.ts';
import { createCredentialsRouter } from './credentials.ts';
import type { ReadRegistered } from './credentials.ts';
import { createExportsRouter } from './exports.ts';
import { createGroupsRouter, createPeopleRouter } from './directory.ts';
import { createGrantsRouter } from './grants.ts';
import { createImportsRouter } from './imports.ts';
import { createPartnerRouter } from './partner.ts';
import { createProblemsRouter } from './problems.ts';
import { createPoliciesRouter } from './policies.ts';
import { createProfilesRouter } from './profiles.ts';
import { createSetUpsRouter } from './set-ups.ts';
import type { OpenResets } from '../reset/open-resets.ts';
import { createResetsRouter } from './resets.ts';
import { createSyncsRouter } from './syncs.ts';
import { createTenantsRouter } from './tenants.ts';
import { createTicketsRouter } from './tickets.ts';
import { createVendorsRouter } from './vendors.ts';

/** The services that answer the contract. */
export interface Services {
  readonly log: Log;
  readonly changes: Changes;
  readonly profiles: Profiles;
  readonly vendors: Vendors;
  readonly setUps: SetUps;
  readonly profileFiles: ProfileFiles;
  readonly replacements: Replacements;
  readonly files: SmallFiles;
  readonly registered: ReadRegistered;
  readonly tenants: Tenants;
  readonly imports: Imports;
  readonly forgetting: Forgetting;
  readonly partner: Partner;
  readonly grants: Grants;
  readonly consents: Consents;
  readonly connections: Connections;
  readonly doctor: Doctor;
  readonly resets: Resets;
  readonly openResets: OpenResets;
  readonly handOvers: HandOvers;
  readonly resetReports: ResetReports;
  readonly ways: ConsentWaysRoom;
  readonly kits: ConsentKits;
  readonly watches: QuietWatches;
  readonly notices: Notices;
  readonly activity: Activity;
  readonly tickets: Tickets;
  readonly syncs: Syncs;
  readonly groups: Groups;
  readonly comparisons: Comparisons;
  readonly people: People;
  readonly exports: Exports;
  readonly policies: Policies;
  readonly backups: Backups;
  readonly accounts: Accounts;
}

/** Implements the engine's contract, one file for each area. */
export function createRouter(services: Services) {
  const { log, changes, syncs } = services;
  const base = createBase(log);
  return {
    changes: base.changes.handler(({ path, signal }) =>
      answerEach(log, { path, signal }, presentChanges(changes.subscribe(signal))),
    ),
    notices: base.notices.handler(({ path, signal }) =>
      answerEach(log, { path, signal }, services.notices.subscribe(signal)),
    ),
    vendors: createVendorsRouter(base, services.vendors),
    setUps: createSetUpsRouter(base, services.setUps, services.profiles),
    profiles: createProfilesRouter(base, services),
    credentials: createCredentialsRouter(base, services),
    tenants: createTenantsRouter(base, services),
    partner: createPartnerRouter(base, services.partner),
    imports: createImportsRouter(base, log, services.imports),
    problems: createProblemsRouter(base),
    doctor: createDoctorRouter(base, services.doctor),
    grants: createGrantsRouter(
      base,
      services.grants,
      services.consents,
      services.connections,
      services.ways,
      services.accounts,
      services.openResets,
    ),
    asked: createAskedRouter(base, services.kits, services.watches, services.openResets),
    resets: createResetsRouter(base, services),
    syncs: createSyncsRouter(base, log, syncs, services.comparisons),
    groups: createGroupsRouter(base, services.groups),
    people: createPeopleRouter(base, services.people),
    comparisons: createComparisonsRouter(base, services.comparisons),
    exports: createExportsRouter(base, log, services.exports),
    policies: createPoliciesRouter(base, services.policies),
    accounts: createAccountsRouter(base, services.accounts),
    backups: createBackupsRouter(base, services.backups),
    activity: createActivityRouter(base, services.activity),
    tickets: createTicketsRouter(base, services.tickets, services.tenants),
  };
}
