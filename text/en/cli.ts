import { cliBackup } from './cli-backup.ts';
import { cliCustomers } from './cli-customers.ts';
import { cliConnector } from './cli-connector.ts';
import { cliCredential } from './cli-credential.ts';
import { cliDirectory } from './cli-directory.ts';
import { cliPartner } from './cli-partner.ts';
import { cliMarks } from './cli-marks.ts';
import { cliVendor } from './cli-vendor.ts';

/** What the evergrant command says. */
export const cli = {
  description:
    'Keeps a security vendor’s read-only connector granted and verified in your customers’ tenants.',
  exitCodes: `Exit codes: 0 done, or green; 1 internal error; 2 usage error; 3 not green, or nothing found;
4 unknown or unreachable; 5 refused; 130 canceled.`,
  badTicket: 'A ticket number is one line of 1 to 60 characters.',
  practice: 'PRACTICE: all data is invented.',
  option: {
    dataDir: 'Folder for Evergrant’s data, instead of the one shared with the desktop app',
    keyFile:
      'File with the data key: 32 bytes as 64 hexadecimal digits. EVERGRANT_KEY_FILE can name it too',
    noInput: 'Never ask for anything; fail instead',
    json: 'Print one JSON document',
    practice: 'Work in Practice, with invented customers',
    ticket:
      'Ticket number for this command: added to the activity, file names and text. Overrides the customer’s ticket',
    help: 'Show help for the command',
    version: 'Show the version number',
  },
  prompt: {
    passphrase: 'Passphrase: ',
    newPassphrase:
      'This computer has no keyring. New passphrase for the data, at least {{least}} characters: ',
    again: 'Repeat the passphrase: ',
    differ: 'The passphrases don’t match.',
    tooShort: 'A passphrase needs at least {{least}} characters.',
  },
  profiles: {
    about: 'Add, change, share and remove connectors.',
    add: 'Add a connector: your own with its certificate or secret, or a vendor’s with --vendor.',
    list: 'List the connectors.',
    remove:
      'Remove a connector with its credential and tokens. Refused while customers use it, or while it is a reader.',
    name: 'Name that your team uses for the connector',
    clientId: 'Application (client) ID of the connector’s app registration',
    cloud: 'Microsoft cloud',
    cloudFile: 'File that describes a custom cloud',
    certificate: 'Certificate and private key: one PFX, one PEM file, or two files',
    secretFile: 'File with the client secret',
    profile: 'Connector: ID, client ID or name',
    added: 'Added the connector {{name}} ({{id}}).',
    removed: 'Removed the connector {{name}}.',
    none: 'There are no connectors yet. Add one with: evergrant profiles add',
    row: '{{id}}  {{name}}  client ID {{clientId}}  cloud {{cloud}}  {{credential}}',
    noCredential: 'no credential',
    has: '{{kind}}, {{end}}',
    clientIdWrong: '“{{query}}” is not a client ID. {{example}}',
    unknown: 'No connector matches “{{query}}”.',
    ambiguous: '“{{query}}” matches several connectors; give the ID: {{matches}}',
    severalGiveOne: 'There are several connectors; choose one with --profile: {{matches}}',
    unreadable: 'Evergrant couldn’t read the file {{file}}: {{reason}}.',
  },
  connector: cliConnector,
  tenants: {
    about: 'Add, list, change and forget customers.',
    add: 'Add a customer by domain or tenant ID.',
    list: 'List the customers and their status.',
    domainOrId: 'A verified domain of the customer, or its tenant ID',
    profile: 'Connector for this customer, if you have several: ID, client ID or name',
    alias: 'Your name for the customer',
    added: 'Added {{name}}: tenant ID {{tenantId}}.',
    already: 'Already in Evergrant as {{name}}: tenant ID {{tenantId}}.',
    none: 'There are no customers yet. Add one with: evergrant tenants add DOMAIN',
    row: '{{tenantId}}  {{name}}  {{status}}',
    ticket: 'Show, set or clear the ticket number that you work on for a customer.',
    ticketNumber: 'The ticket number to set',
    ticketClear: 'Clear the ticket number',
    ticketKept: '{{name}}: ticket {{ticket}}',
    ticketNone: '{{name}}: no ticket',
    unknown: 'No customer matches “{{query}}”. To see all: evergrant tenants list',
    ambiguous: '“{{query}}” matches several customers; give the tenant ID: {{matches}}',
  },
  tenant: 'Customer: tenant ID, domain, alias or name',
  grant: {
    about:
      'Open the consent page and wait until the connector is granted and verified. Exit code 0 only when the connection is green or, with --reader, when the reader is granted.',
    printUrl: 'Print the link to standard error and open no browser',
    private:
      'Open a private window of an installed browser (edge, chrome, chromium, brave, firefox, vivaldi)',
    noPrivate: 'Evergrant found no browser with private windows on this computer.',
    whichPrivate: 'That browser is not installed on this computer. Available: {{browsers}}',
    link: 'Open this link as an administrator of {{name}}:\n{{url}}',
    opened:
      'The consent page of {{name}} is open in your browser. If it isn’t, open this link:\n{{url}}',
    phase: {
      waitingForAdministrator: 'Waiting for the administrator.',
      checking: 'Evergrant got an answer; testing.',
      propagating: 'Granted; Microsoft is applying it.',
      propagatingQuietly:
        'Microsoft hasn’t applied everything yet. Still missing: {{missing}}. Evergrant keeps testing.',
      granted: 'Granted and verified.',
      accepted: 'The administrator accepted. Evergrant can’t confirm it without a credential.',
      declined: 'The administrator declined.',
      refused: 'Refused.',
      timedOut: 'No administrator finished the consent in time.',
      cancelled: 'Canceled.',
    },
  },
  offBoard: {
    about:
      'Remove the connector from the tenant of a customer who leaves, step by step, and verify that it is gone. Works like reset, without granting again; exit code 0 only when that is verified.',
  },
  resetHandOver: {
    about: 'Hand an open reset over to a colleague: writes the file they need to continue it.',
    out: 'Output file, or - for standard output (default: a name with the customer, in the current folder)',
    none: 'This customer has no open reset.',
    done: 'Handed over. Send this file to your colleague: {{file}}',
  },
  resetTakeOver: {
    about:
      'Continue a colleague’s reset on this computer, at the same step. Exit code 2 if it can’t be continued, with the reason.',
    file: 'File from your colleague',
    by: 'Name of the person who continues it, for the record',
    done: '{{result}}. Continue with: evergrant {{command}} {{tenantId}}',
  },
  reset: {
    about:
      'Do the reset after a change of the primary domain, step by step. You can stop at any time and run it again to continue. Exit code 0 only when a test has verified the new grant; 3 while a person is needed, or if it ended without that; 130 if it was abandoned.',
    by: 'Your name, for the record',
    confirm: 'Confirm that the step that Evergrant can’t check is done. Needs an open reset',
    override: 'Continue without the step’s check, and give the reason. Needs an open reset',
    abandon: 'Abandon the reset, and give the reason. Needs an open reset',
    report:
      'Save the report to this file; the extension sets the format: .pdf, .html, .md or .json. If the last reset has ended, its report is saved, and no new reset begins without --by',
    replace: 'Overwrite an existing report file',
    reportEnding: 'The file extension sets the format: .pdf, .html, .md or .json.',
    reportSaved: 'Saved the report as {{path}}',
    message:
      'Only print the current step as a message to the customer’s administrator. Exit code 2 if the step has no message, or no reset is open',
    messageAlone: '--message only prints. Remove --confirm, --override and --abandon.',
    noneOpen:
      '--confirm, --override and --abandon need an open reset, and none is open. Begin one without them first.',
    name: 'Your name, for the record: ',
    nameMissing: 'Give the name of the person who does the reset: --by NAME.',
    question: 'Press Enter when it is done, or type why you continue without it: ',
  },
  doctor: {
    about:
      'Find the cause of a fault: one verdict with its evidence. Exit code 0 only when nothing needs to be done; 4 if Evergrant can’t determine the cause.',
    newDomain: 'The primary domain as the customer states it, if the connector can’t read it',
  },
  ask: {
    about: 'Print a message that asks the customer’s administrator for consent on any computer.',
    mark: 'Mark the customer as asked: the desktop app and the web host then check in the background until the connector is granted',
    stop: 'Stop checking in the background',
    marked:
      '{{name}} is marked as asked. Evergrant checks in the background while its window is open.',
    stopped: 'Evergrant no longer checks {{name}} in the background.',
  },
  test: {
    about:
      'Test the three permissions now, with fresh tokens. Exit code 0 only when the connection is green.',
  },
  sync: {
    about:
      'Sync users, groups and memberships of a customer to this computer. Exit code 4 if it finished but couldn’t read everything.',
    full: 'Read everything again, not only the changes',
    delta: 'Changes only; fails with exit code 5 if a full sync is needed',
    progress: '{{phase}}: {{users}} users, {{groups}} groups, {{memberships}} memberships',
    waiting: 'Microsoft asked Evergrant to slow down; continuing at {{until}}',
    phase: {
      users: 'Users',
      groups: 'Groups',
      devices: 'Devices',
      contacts: 'Contacts',
      finishing: 'Finishing',
      done: 'Done',
    },
    gaps: {
      intro: 'Evergrant couldn’t read everything. What it knew before is still shown.',
      first: 'For example: {{ids}}',
    },
    ended: {
      running: 'The sync continues in another window.',
      finished:
        'Synced: {{users}} users, {{groups}} groups, {{memberships}} memberships, {{devices}} devices, {{contacts}} contacts.',
      failed: 'The sync failed.',
      cancelled: 'The sync was canceled.',
      interrupted: 'The sync was interrupted; the next one continues where it stopped.',
    },
  },
  ...cliCredential,
  ...cliDirectory,
  user: {
    about:
      'Show the groups of a person, found by name or address. Exit code 3 if no person matches, or if --why finds no path.',
    query: 'Name, or any current or former address',
    tenant: 'Search this customer only',
    live: 'Ask Microsoft now instead of using the synced data',
    none: 'No person matches “{{query}}”. Only synced customers are searched.',
    several: '{{total}} people match; give an address:',
    row: '{{name}}  {{address}}  {{title}}  {{customer}}',
    person: '{{name}} ({{address}}), {{customer}}',
    source: { cache: 'from the sync of {{at}}', live: 'read from Microsoft at {{at}}' },
    direct: '{{group}}',
    inherited: '{{group}}  ({{path}})',
    noGroups: 'Not in any group.',
  },
  export: {
    about:
      'Export synced data of customers to a file: groups, people, members, the groups of a person, changes or marked groups (hand-over). Or export the activity.',
    tenant: 'Customer: tenant ID, domain, alias or name; omit it with --all',
    what: 'What to export: {{subjects}}',
    format: 'File format (scim and json only for a hand-over)',
    out: 'Output file, or - for standard output (default: a name with customer, content, time and ticket, in the current folder)',
    replace: 'Overwrite an existing file instead of adding a number to the name',
    all: 'All customers in one file (groups, people, members)',
    search:
      'Only groups or people that match these words; with members, the members of those groups',
    effective:
      'With members: people instead of direct members, including those in nested groups, each person once per group',
    person: 'With person: whose groups, by name or address',
    from: 'With changes: ID of the earlier sync (default: the one before the last)',
    to: 'With changes: ID of the later sync (default: the last)',
    of: 'With changes: which changes',
    usage:
      'Give a customer and what to export: evergrant export TENANT WHAT, or evergrant export --all WHAT. WHAT is one of {{subjects}}.',
    outAndJson: '--out - and --json both write to standard output; use only one of them.',
    outBinary: 'A workbook isn’t text; give --out a file.',
    oneCustomer: 'This can only be exported for one customer at a time, without --all.',
    whichPerson: 'Give the person whose groups to export: --person.',
    noSuchPerson: '“{{query}}” doesn’t match exactly one person; give an address.',
    noTwoSyncs: 'This customer doesn’t have two syncs to compare.',
    ended: {
      saved: 'Wrote {{rows}} rows to {{file}}',
      written: 'Wrote {{rows}} rows.',
      cancelled: 'The export was canceled; no file was written.',
      failed: 'The export failed; no file was written.',
    },
  },
  customers: cliCustomers,
  partner: cliPartner,
  marks: cliMarks,
  backup: cliBackup,
  vendor: cliVendor,
} as const;
