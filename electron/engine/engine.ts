import type { Router } from '@orpc/server';
import type { engineContract, HostInfo } from '../contract/contract.ts';
import { createActivity } from './kernel/activity/activity.ts';
import { createTickets } from './kernel/activity/tickets.ts';
import { createBackups } from './backup/backups.ts';
import { createChanges } from './kernel/changes.ts';
import { closeAll } from './kernel/close-all.ts';
import { createClouds } from './clouds/clouds.ts';
import { createReplacements } from './registration/keys/replacements.ts';
import { createProfileFiles } from './connectors/profile-files.ts';
import { createProfiles } from './connectors/profiles.ts';
import { createReaders } from './connectors/readers.ts';
import { createVendors } from './connectors/vendors.ts';
import { createDoctor } from './doctor/doctor.ts';
import { watchDomains } from './doctor/watch-domains.ts';
import { CancelledError } from './errors/evergrant-error.ts';
import { createKeyPairs } from './registration/keys/key-pairs.ts';
import { createSetUps } from './registration/setup/set-ups.ts';
import { createConsentWays } from './connection/consent/consent-ways.ts';
import { createConnections } from './connection/connections.ts';
import { createConsents } from './connection/consent/consents.ts';
import { likelyGranted } from './connection/status/likely-granted.ts';
import { saysOfGrant } from './connection/test/refusal.ts';
import { readRegisteredCredentials } from './registration/keys/registered-credentials.ts';
import { createGrants } from './connection/grants.ts';
import { readLabels } from './connection/test/read-labels.ts';
import { syncFailure, syncFailures } from './connection/status/sync-failures.ts';
import { createConsentKits } from './connection/consent/kit/consent-kits.ts';
import { createQuietWatches } from './connection/consent/quiet/quiet-watches.ts';
import { testQuietlyUntil } from './connection/consent/quiet/test-quietly.ts';
import { createGraphFactory } from './graph/create-graph-factory.ts';
import { createComparisons } from './directory/compare/comparisons.ts';
import { createExports } from './export/exports.ts';
import { createGroups } from './directory/read/groups.ts';
import { createPolicies } from './directory/policies/policies.ts';
import { createSyncs } from './directory/sync/syncs.ts';
import { createAccounts } from './identity/accounts.ts';
import { createIdentity } from './identity/create-identity.ts';
import { createNotices } from './kernel/notices.ts';
import { watchOtherProcesses } from './kernel/other-processes.ts';
import type { Ports } from './kernel/ports.ts';
import { createResetRoom } from './reset/create-reset-room.ts';
import { createOpenResets } from './reset/open-resets.ts';
import { createRouter } from './routes/router.ts';
import { createSettings } from './kernel/settings/settings.ts';
import { createSmallFiles } from './kernel/files/file-saver.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { createPartner } from './partner/partner.ts';
import { createForgetting } from './tenants/forgetting.ts';
import { createImports } from './tenants/import/imports.ts';
import { createLeases } from './kernel/leases/leases.ts';
import { createTenants } from './tenants/tenants.ts';
import { createPeople } from './directory/read/people.ts';

/** The engine at work on one data folder. */
export interface Engine {
  /** Answers the contract. */
  readonly router: Router<typeof engineContract, Record<never, never>>;
  /** The directory that could not be used and was set aside; null when none was. */
  setAside(): Promise<HostInfo['setAside'] | null>;
  /** Ends what runs, keeps what must go on at the next start, and closes the data. */
  close(): Promise<void>;
}

/**
 * Opens the data folder and makes every service: the one place where they meet.
 *
 * @throws EvergrantError as `openStore`.
 */
export async function createEngine(ports: Ports): Promise<Engine> {
  const store = await openStore(ports);
  try {
    return await compose(ports, store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function compose(ports: Ports, store: Store): Promise<Engine> {
  const { clock, random, log } = ports;
  const closing = new AbortController();
  const changes = createChanges();
  const clouds = createClouds(ports);
  const common = { clock, random, log, changes };

  const tickets = createTickets({
    changes,
    store: store.tickets,
    ofThisRun: ports.ticket ?? null,
  });
  const activity = createActivity({ ...common, store: store.activity, tickets });
  const settings = createSettings(store.settings);
  const leases = createLeases({
    ...common,
    store: store.leases,
    holder: ports.holder,
    ...(ports.isHolderGone && { isHolderGone: ports.isHolderGone }),
  });
  const identity = createIdentity({
    ...ports,
    changes,
    tokenCache: store.tokenCaches,
    demands: store.demands,
  });
  const graphs = createGraphFactory({ ...ports, identity });

  const profiles = createProfiles({
    ...common,
    store: store.profiles,
    clouds,
    activity,
    countTenants: async (profileId) => (await store.tenants.ofProfile(profileId)).length,
    dropSignIns: (profileId) => identity.dropProfile(profileId),
  });
  const { connector } = profiles;
  const vendors = createVendors({
    ...common,
    store: store.profiles,
    profiles,
    clouds,
    links: ports.links,
    activity,
  });
  const accounts = createAccounts({
    ...common,
    identity,
    profileIds: async () => (await store.profiles.list()).map(({ id }) => id),
    connector,
    activity,
  });
  const profileFiles = createProfileFiles({
    store: store.profiles,
    profiles,
    clouds,
    practice: ports.practice,
  });
  const tenants = createTenants({
    ...common,
    store: store.tenants,
    profiles,
    activity,
    discover: (cloud, domainOrId, signal) => identity.discover(cloud, domainOrId, signal),
  });
  const readers = createReaders({
    profileIdOf: async (tenantId) => (await tenants.get(tenantId)).profileId,
    readerId: async (profileId) => (await store.profiles.get(profileId))?.vendor?.readerId ?? null,
    connector,
  });
  const imports = createImports({
    ...common,
    store: store.tenants,
    profiles,
    activity,
    discover: (cloud, domainOrId, signal) => identity.discover(cloud, domainOrId, signal),
  });
  const keyPairs = createKeyPairs({ ...common, store: store.keyPairs, computer: ports.computer });
  const files = createSmallFiles({ log, files: ports.exportFiles });
  const setUps = createSetUps({
    ...common,
    store: store.setUps,
    keyPairs,
    profiles,
    clouds,
    tenants: {
      add: (asked) => tenants.add(asked),
      profileOf: async (tenantId) => (await store.tenants.get(tenantId))?.profileId ?? null,
    },
    identity,
    graphs,
    files,
    links: ports.links,
    activity,
  });
  const customersOf = (profileId: string) => likelyGranted(store, profileId);
  const replacements = createReplacements({
    ...common,
    store: store.profiles,
    pairs: store.keyPairs,
    makePair: (asked) => keyPairs.make(asked),
    customersOf,
    tryCredential: async (profileId, credential, tenantId, signal) =>
      await identity.appToken({ ...(await connector(profileId)), credential }, tenantId, {
        fresh: true,
        ...(signal && { signal }),
      }),
    isAboutTenant: (problem) => ['notInstalled', 'disabled'].includes(saysOfGrant(problem)),
    activity,
  });
  const registered = (profileId: string, signal = closing.signal) =>
    readRegisteredCredentials(
      {
        connector,
        customersOf,
        waitingOf: async (id) =>
          (await store.keyPairs.ofProfile(id)).map(({ certificatePem }) => certificatePem),
        identity,
        graphs,
      },
      profileId,
      signal,
    );
  const grants = createGrants({
    ...common,
    store: store.grants,
    tenants,
    connector,
    readers,
    demands: async (id) =>
      (await store.profiles.get(id)) ?? { owner: 'ours', requiredPermissions: [] },
    credentialEnd: (id) => store.profiles.credentialEnd(id),
    failureOf: async (tenantId) => syncFailure(await store.syncs.failuresOf(tenantId)),
    failures: async () => syncFailures(await store.syncs.failures()),
    offline: () => ports.online?.() === false,
    identity,
    graphs,
    settings,
    leases,
    activity,
  });
  const offline = () => ports.online?.() === false;
  const notices = createNotices({ random, practice: ports.practice, notify: ports.notify });
  const watches = createQuietWatches({
    ...common,
    store: store.quietWatches,
    grants,
    tenants,
    activity,
    notices,
  });
  const kits = createConsentKits({ tenants, connector, grants, graphs, offline, clock });
  const ways = createConsentWays({ links: ports.links, settings, log });
  const consents = createConsents({
    ...common,
    store: store.grants,
    grants,
    tenants,
    connector,
    readers,
    identity,
    graphs,
    ways,
    watchLate: (tenantId) => watches.watchLate(tenantId),
    leases,
    activity,
  });

  const doctor = createDoctor({
    ...common,
    store: store.diagnoses,
    tenants,
    grants,
    consents,
    activity,
    discover: async (profileId, domain, signal) =>
      identity.discover((await connector(profileId)).cloud, domain, signal),
  });

  const { connectorOf } = readers;
  const syncs = createSyncs({
    ...common,
    store: store.syncs,
    keepHistoryFor: () => settings.historyMs(),
    graphFactory: graphs,
    connectorOf,
    noticeDomains: async (tenantId, graph, signal) => {
      const labels = await readLabels(clock, graph, tenantId, signal);
      if (labels !== null) await tenants.relabel(tenantId, labels);
    },
    leases,
    activity,
  });
  const forgetting = createForgetting({
    ...common,
    store: store.tenants,
    leases,
    activity,
    directory: {
      forget: (tenantId) => store.syncs.forget(tenantId),
      damagedCopies: () => store.damagedCopies(),
      dropDamagedCopies: () => store.dropDamagedCopies(),
    },
    tokens: {
      account: ({ tenantId }) => grants.account(tenantId),
      staying: (profileId, tenantId) => identity.staying(profileId, tenantId),
      forget: async (profileId, tenantId) => {
        for (const id of await readers.profileIdsOf(profileId)) await identity.forget(id, tenantId);
      },
    },
    stop: async (tenantId) => {
      grants.cancelSignIn(tenantId);
      await consents.cancelIfRunning(tenantId);
      await syncs.cancel(tenantId);
    },
  });
  const partner = createPartner({
    ...common,
    store: store.partner,
    tenants: store.tenants,
    profiles,
    identity,
    graphs,
    activity,
  });
  const groups = createGroups({ store: store.groups });
  const comparisons = createComparisons({ store: store.comparisons });
  const policies = createPolicies({
    ...common,
    store: store.policies,
    marks: store.marks,
    activity,
  });
  const people = createPeople({ clock, store: store.people, graphFactory: graphs, connectorOf });
  const exports = createExports({
    ...common,
    sources: { tenants, activity, groups, people, comparisons, policies },
    files: ports.exportFiles,
    activity,
    tickets,
    practice: ports.practice,
  });

  const backups = createBackups({
    ...common,
    store: store.backups,
    exports,
    activity,
    practice: ports.practice,
  });
  const { resets, handOvers, resetReports } = createResetRoom({
    ...common,
    store: store.resets,
    tenants,
    findTenant: (tenantId) => store.tenants.get(tenantId),
    profiles,
    profileStore: store.profiles,
    connector,
    readers,
    grants,
    consents,
    syncs,
    comparisons,
    identity,
    graphs,
    leases,
    activity,
    tickets,
    files,
    printPdf: ports.printPdf,
    practice: ports.practice,
    closing: closing.signal,
  });

  const openResets = createOpenResets(store.resets);
  const connections = createConnections({
    clock,
    tenants,
    profiles,
    grants,
    consents,
    identity,
    watches,
    syncs,
    openResets,
  });

  await consents.resume();
  const watching = watchOtherProcesses(
    { ...common, otherWrites: () => store.otherWrites() },
    closing.signal,
  );
  const noticing = watchDomains({ ...common, doctor, grants }, closing.signal);
  const quietly = ports.stays
    ? testQuietlyUntil({ watches, changes, offline, clock, log }, closing.signal)
    : null;
  return {
    router: createRouter({
      log,
      changes,
      profiles,
      vendors,
      setUps,
      profileFiles,
      replacements,
      files,
      registered,
      tenants,
      imports,
      forgetting,
      partner,
      grants,
      consents,
      connections,
      doctor,
      resets,
      openResets,
      handOvers,
      resetReports,
      ways,
      kits,
      watches,
      notices,
      activity,
      tickets,
      syncs,
      groups,
      comparisons,
      people,
      exports,
      policies,
      backups,
      accounts,
    }),
    setAside: () => store.setAside(),
    close: async () => {
      closing.abort(new CancelledError());
      await closeAll([
        () => files.close(),
        () => consents.close(),
        () => exports.close(),
        () => syncs.close(),
        () => Promise.all([watching, noticing, quietly]),
        () => leases.close(),
        () => store.close(),
      ]);
    },
  };
}
