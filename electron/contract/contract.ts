import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { demand, signedInAccount } from './account.ts';
import { activityEntry } from './activity.ts';
import { newBackup, openedBackup, restoreOutcome } from './backup.ts';
import { ask } from './ask.ts';
import * as compared from './comparison.ts';
import { browserId, consentWay, consentWays } from './consent-way.ts';
import * as directory from './directory.ts';
import { diagnosis } from './doctor.ts';
import { consentKit } from './consent-kit.ts';
import { exportJob, newExport } from './export.ts';
import { consentAttempt, consentWhose, grantStatus, testResult } from './grant.ts';
import { guid, instant, profileId, tenantId } from './ids.ts';
import * as nested from './nesting.ts';
import * as partner from './partner.ts';
import { newPassphrase } from './passphrase.ts';
import { notice } from './notice.ts';
import * as policy from './policy.ts';
import { problem } from './problem.ts';
import { newProfile, profile, profileEdit } from './profile.ts';
import { quietWatch } from './quiet-watch.ts';
import { setUpContract } from './set-up.ts';
import { profileFileContent, profileFileText, profileImport } from './profile-file.ts';
import { credentialContract, savedFile } from './replacement.ts';
import { resetContract } from './reset-contract.ts';
import { keptSync, syncMode, syncRun } from './sync.ts';
import { keptTicket, ticketNumber } from './ticket.ts';
import { consentLinkReading } from './vendor.ts';
import { newTenant, tenant, tenantEdit, tenantRow } from './tenant.ts';
import { importFile, importProgress } from './tenant-import.ts';

/**
 * What changed, so that screens query again. `tenantId` null: not about one customer. `testId`: a
 * test was stored, and the call that requested it returns the change.
 */
export const change = z.object({
  topic: z.enum([
    'profiles',
    'tenants',
    'grants',
    'syncs',
    'directory',
    'policies',
    'activity',
    'accounts',
    'partner',
    'network',
  ]),
  tenantId: tenantId.nullable(),
  testId: guid.optional(),
});
export type Change = z.infer<typeof change>;

/** A customer's connection: all data of the Connection page. */
export const connection = z.object({
  tenant,
  profile,
  status: grantStatus,
  lastTest: testResult.nullable(),
  attempt: consentAttempt.nullable(),
  /** Set while the customer is in a quiet test. */
  quietWatch: quietWatch.nullable(),
  /** The account that is signed in to this tenant, for the delegated proofs. */
  account: z.string().nullable(),
  lastSync: syncRun.nullable(),
});
export type Connection = z.infer<typeof connection>;

/** A connection right after a requested test, which is its last test. */
export const testedConnection = connection.extend({ lastTest: testResult });
export type TestedConnection = z.infer<typeof testedConnection>;

const byTenant = z.object({ tenantId });

/** The engine's part of the contract, in every host. */
export const engineContract = {
  changes: ask.output(eventIterator(change)),
  /** Every new notice for the technician. */
  notices: ask.output(eventIterator(notice)),
  profiles: {
    list: ask.output(z.array(profile)),
    add: ask.input(newProfile).output(profile),
    edit: ask.input(profileEdit).output(profile),
    /** A connector for a colleague, without credential: its file's name and text. */
    export: ask
      .input(z.object({ profileId }))
      .output(z.object({ fileName: z.string(), text: z.string() })),
    /** Saves the same as a file, where the host decides. */
    save: ask.input(z.object({ profileId })).output(savedFile),
    /** The contents of a colleague's file, before the import. */
    read: ask.input(z.object({ text: profileFileText })).output(profileFileContent),
    import: ask.input(profileImport).output(profile),
    remove: ask.input(z.object({ profileId })).output(z.object({ removed: z.literal(true) })),
  },
  /** Profiles whose registration belongs to a vendor. */
  vendors: {
    /** Reads a vendor's consent link, for a person to confirm. Opens nothing. */
    readConsentLink: ask
      .input(z.object({ link: z.string().trim().max(4000) }))
      .output(consentLinkReading),
    /** Sets the connector that reads customers' tenants; null: none. */
    setReader: ask.input(z.object({ profileId, readerId: profileId.nullable() })).output(profile),
    /** Opens the vendor's backend in the browser, where the vendor shows that its connector can read. */
    openBackend: ask.input(z.object({ profileId })).output(z.object({ opened: z.literal(true) })),
  },
  setUps: setUpContract,
  credentials: credentialContract,
  tenants: {
    list: ask.output(z.array(tenantRow)),
    /**
     * Resolves a domain or tenant ID without sign-in and stores the tenant. `already`: it was stored
     * before.
     */
    add: ask.input(newTenant).output(z.object({ tenant, already: z.boolean() })),
    get: ask.input(byTenant).output(connection),
    /** What remains when a customer is forgotten, and which copies of damaged synced data are deleted. */
    forgetting: ask
      .input(byTenant)
      .output(z.object({ staysSignedIn: z.array(z.string()), damagedCopies: z.array(z.string()) })),
    /**
     * Deletes all of a customer's data in Evergrant, except one activity line; the tenant is not
     * changed. Returns the deleted copies of damaged synced data.
     */
    forget: ask
      .input(byTenant)
      .output(z.object({ forgotten: z.literal(true), damagedCopies: z.array(z.string()) })),
    /** Changes alias, tags or notes. */
    edit: ask.input(tenantEdit).output(tenant),
  },
  /** Imports customers from a file, all or none. */
  imports: {
    /**
     * Looks up every row's tenant and ends with the preview; nothing is added yet. Closing the stream
     * cancels.
     */
    preview: ask.input(importFile).output(eventIterator(importProgress)),
    add: ask.input(z.object({ importId: guid })).output(z.object({ added: z.array(tenant) })),
  },
  /** Customers in the list of the partner's own tenant, read with a separate registration. */
  partner: {
    get: ask.output(partner.partnerSignIn.nullable()),
    setUp: ask.input(partner.newPartnerSignIn).output(partner.partnerSignIn),
    remove: ask.output(z.object({ removed: z.literal(true) })),
    /** Signs in to the partner's own tenant in the system browser. */
    signIn: ask.output(z.object({ account: z.string() })),
    cancelSignIn: ask.output(z.object({ cancelled: z.boolean() })),
    customers: ask.output(partner.partnerList),
    /** Adds chosen customers of a list that was read before, all or none. */
    add: ask.input(partner.partnerChoice).output(z.object({ added: z.array(tenant) })),
  },
  grants: {
    /**
     * Opens the admin-consent page and returns the attempt; its progress is reported as changes of
     * topic `grants`.
     */
    begin: ask
      .input(
        byTenant.extend({
          way: consentWay.default('myBrowser'),
          browser: browserId.optional(),
          whose: consentWhose.default('connector'),
        }),
      )
      .output(consentAttempt),
    /** How a consent can be opened on this computer. */
    ways: ask.output(consentWays),
    /** Opens the same link again, in the same way. */
    reopen: ask.input(byTenant).output(consentAttempt),
    cancel: ask.input(byTenant).output(consentAttempt),
    /** Tests now, without waiting for a redirect. */
    checkNow: ask.input(byTenant).output(testedConnection),
    test: ask.input(byTenant).output(testedConnection),
    /** Signs a technician in to this tenant in the system browser, for the delegated proofs. */
    signIn: ask.input(byTenant).output(z.object({ account: z.string() })),
    cancelSignIn: ask.input(byTenant).output(z.object({ cancelled: z.boolean() })),
    /** Deletes tokens and Evergrant's record; the connector remains in the tenant. */
    removeHere: ask.input(byTenant).output(grantStatus),
  },
  problems: {
    /** The meaning of a code from elsewhere, such as one of Microsoft's pages. Needs no network. */
    explain: ask.input(z.object({ code: z.string().min(1).max(80) })).output(problem),
  },
  /** Finds the cause of a fault and the fix. */
  doctor: {
    /** Runs a new test; `newDomain` is the current primary domain according to a person. */
    diagnose: ask
      .input(byTenant.extend({ newDomain: z.string().trim().min(1).max(255).optional() }))
      .output(diagnosis),
    last: ask.input(byTenant).output(diagnosis.nullable()),
  },
  /** Customers whose own administrator must consent. */
  asked: {
    /**
     * The parts of the message to the administrator. `within`: for a message of the reset itself,
     * which can mention the deletion; without it, a link before the deletion would break an open
     * reset. Errors: `reset.open`.
     */
    kit: ask.input(byTenant.extend({ within: z.literal('reset').optional() })).output(consentKit),
    /** The administrator was asked: quiet tests run until the connector is granted. Errors: `reset.open`. */
    mark: ask.input(byTenant).output(quietWatch),
    /** Stops the quiet tests. */
    stop: ask.input(byTenant).output(z.object({ stopped: z.literal(true) })),
  },
  resets: resetContract,
  syncs: {
    start: ask.input(byTenant.extend({ mode: syncMode.default('auto') })).output(syncRun),
    /** The progress of the running sync until it ends; if none runs, only the last sync. */
    watch: ask.input(byTenant).output(eventIterator(syncRun)),
    cancel: ask.input(byTenant).output(z.object({ cancelled: z.boolean() })),
    last: ask.input(byTenant).output(syncRun.nullable()),
    /** Finished syncs available for comparison, newest first. */
    history: ask.input(byTenant).output(z.array(keptSync)),
  },
  groups: {
    list: ask.input(directory.groupQuery).output(directory.groupWindow),
    get: ask.input(z.object({ tenantId, groupId: guid })).output(directory.groupDetail),
    members: ask.input(directory.memberQuery).output(directory.memberWindow),
    nesting: ask.input(nested.nestingQuery).output(nested.nesting),
  },
  people: {
    list: ask.input(directory.personQuery).output(directory.personWindow),
    /** Queries Graph without a signed-in account: for a customer that was never synced. */
    find: ask.input(directory.livePeopleQuery).output(directory.livePeople),
    groups: ask
      .input(
        z.object({ tenantId, personId: guid, source: z.enum(['cache', 'live']).default('cache') }),
      )
      .output(directory.personGroups),
    /** Every path from a person to a group, from the cache. */
    paths: ask.input(nested.pathsQuery).output(nested.paths),
  },
  /** The changes between any two stored syncs of one customer. */
  comparisons: {
    summary: ask.input(compared.comparedSyncs).output(compared.comparison),
    groups: ask.input(compared.changeQuery).output(compared.groupChangeWindow),
    people: ask.input(compared.changeQuery).output(compared.personChangeWindow),
    memberships: ask.input(compared.changeQuery).output(compared.membershipChangeWindow),
  },
  /** Groups used by the product's policies. */
  policies: {
    overview: ask.input(byTenant).output(policy.policyOverview),
    /** Marks a group, or changes the label of its mark. */
    mark: ask.input(policy.policyMark).output(policy.policyGroup),
    unmark: ask
      .input(byTenant.extend({ groupId: guid }))
      .output(z.object({ removed: z.boolean() })),
    people: ask.input(policy.coverageQuery).output(policy.coverageWindow),
    sinceHandOver: ask.input(policy.sinceQuery).output(policy.sinceHandOver.nullable()),
  },
  exports: {
    /** Starts an export; the host asks where to save the file. */
    start: ask.input(newExport).output(exportJob),
    watch: ask.input(z.object({ exportId: guid })).output(eventIterator(exportJob)),
    cancel: ask.input(z.object({ exportId: guid })).output(z.object({ cancelled: z.boolean() })),
  },
  /** A customer's current ticket; a change has topic `tenants`. */
  tickets: {
    list: ask.output(z.array(keptTicket)),
    /** Stores a number for a customer; null clears it. */
    set: ask
      .input(byTenant.extend({ ticket: ticketNumber.nullable() }))
      .output(z.object({ ticket: ticketNumber.nullable() })),
  },
  /** The signed-in accounts, for all tenants that they can sign in to. */
  accounts: {
    list: ask.output(z.array(signedInAccount)),
    /** Customers that require a separate sign-in, newest first. */
    demands: ask.output(z.array(demand)),
    /** Tries all of those silently again; opens no page. */
    tryAgain: ask.output(z.object({ cleared: z.number().int(), left: z.number().int() })),
    /** Deletes the account with its tokens for every tenant from this computer. */
    signOut: ask
      .input(signedInAccount.pick({ profileId: true, accountId: true }))
      .output(z.object({ tenants: z.number().int() })),
  },
  /** One encrypted file with everything except keys, tokens and directory data, and its import. */
  backups: {
    /** Starts writing a backup; its progress is reported, and it is canceled, as with an export. */
    make: ask.input(newBackup).output(exportJob),
    /** What an import would change. Nothing is changed. */
    preview: ask.input(openedBackup).output(restoreOutcome),
    /** Imports all of it or nothing. */
    restore: ask.input(openedBackup).output(restoreOutcome),
  },
  activity: {
    list: ask
      .input(
        z.object({
          tenantId: tenantId.nullable().default(null),
          limit: z.number().int().min(1).max(200).default(50),
          before: instant.optional(),
        }),
      )
      .output(z.array(activityEntry)),
  },
};

/** The window's host and its state. */
export const hostInfo = z.object({
  host: z.enum(['desktop', 'web', 'cli']),
  version: z.string(),
  workspace: z.enum(['real', 'practice']),
  /** Whether the operating system reports a network; null if unknown. */
  online: z.boolean().nullable(),
  /** How the data's key is stored. */
  keyKeeper: z.enum(['keyFile', 'keyring', 'passphrase', 'practiceKeyFile']),
  /** `locked`: a passphrase is required before any data can be shown. */
  state: z.enum(['ready', 'locked', 'refused']),
  /** Why the data cannot be opened, with `refused`. */
  problem: problem.nullable(),
  /**
   * The synced directory data could not be used, so an empty file replaced it, and the next syncs
   * fill it. `keptAs`: the old file's new name; null when it was missing.
   */
  setAside: z.object({ file: z.string(), keptAs: z.string().nullable() }).optional(),
  /** In Practice: the customer that remains to be added, and who can consent there. */
  practiceNewcomer: z.object({ domain: z.string(), administrator: z.string() }).optional(),
  /** In Practice: the cloud's file and the technician's own tenant, for rehearsing a set-up. */
  practiceHome: z
    .object({ cloudFile: z.string(), domain: z.string(), administrator: z.string() })
    .optional(),
  /** In Practice: the customer whose primary domain changed, for rehearsing the reset. */
  practiceReset: z
    .object({
      tenantId,
      domain: z.string(),
      administrator: z.string(),
      /** The client ID of its granted connector, to restore a removed customer. */
      clientId: guid,
    })
    .optional(),
});
export type HostInfo = z.infer<typeof hostInfo>;

/** The host's part of the contract. */
export const hostContract = {
  info: ask.output(hostInfo),
  /** Starts the practice cloud and opens its own data folder; the window then reloads. */
  enterPractice: ask.output(hostInfo),
  leavePractice: ask.output(hostInfo),
  /** Tries again to open data that was refused; returns the new state, refused or not. */
  tryAgain: ask.output(hostInfo),
  unlock: ask.input(z.object({ passphrase: z.string().min(1) })).output(hostInfo),
  /** Chooses how to store the key when there is no keyring: with a passphrase that wraps it. */
  setPassphrase: ask.input(z.object({ passphrase: newPassphrase })).output(hostInfo),
};

/** The whole contract between screens or scripts and the engine with its host. */
export const contract = { ...engineContract, host: hostContract };
