import type { Activity } from '../activity/activity.ts';
import type { Changes } from '../changes.ts';
import type { Profiles } from '../connectors/profiles.ts';
import type { Consents } from '../grants/consents.ts';
import type { Grants } from '../grants/grants.ts';
import type { Log } from '../ports.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { createActivityRouter } from './activity.ts';
import { answerEach } from './answer.ts';
import { createBase } from './base.ts';
import { createGroupsRouter, createPeopleRouter } from './directory.ts';
import type { GroupCalls, PeopleCalls } from './directory.ts';
import { createGrantsRouter } from './grants.ts';
import { createProfilesRouter } from './profiles.ts';
import { createSyncsRouter } from './syncs.ts';
import type { SyncCalls } from './syncs.ts';
import { createTenantsRouter } from './tenants.ts';
import type { LastSyncs } from './tenants.ts';

/** The services that answer the contract. */
export interface Services {
  readonly log: Log;
  readonly changes: Changes;
  readonly profiles: Profiles;
  readonly tenants: Tenants;
  readonly grants: Grants;
  readonly consents: Consents;
  readonly activity: Activity;
  readonly lastSyncs: LastSyncs;
  readonly directory?: {
    readonly syncs: SyncCalls;
    readonly groups: GroupCalls;
    readonly people: PeopleCalls;
  };
}

/** Implements the engine's contract, one file for each area. */
export function createRouter(services: Services) {
  const { log, changes, directory } = services;
  const base = createBase(log);
  return {
    changes: base.changes.handler(({ path, signal }) =>
      answerEach(log, { path, signal }, changes.subscribe(signal)),
    ),
    profiles: createProfilesRouter(base, services.profiles),
    tenants: createTenantsRouter(base, { ...services, syncs: services.lastSyncs }),
    grants: createGrantsRouter(base, services.grants, services.consents),
    ...(directory && {
      syncs: createSyncsRouter(base, log, directory.syncs),
      groups: createGroupsRouter(base, directory.groups),
      people: createPeopleRouter(base, directory.people),
    }),
    activity: createActivityRouter(base, services.activity),
  };
}
