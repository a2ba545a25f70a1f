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
    'Keeps a security vendor’s read-only connector granted and proven in your customers’ tenants.',
  exitCodes: `Exit codes: 0 done, or green; 1 fault in Evergrant; 2 wrong use; 3 not green, or nothing found;
4 could not be told, or out of reach; 5 refused; 130 cancelled.`,
  badTicket: 'A ticket number is one line of 1 to 60 characters.',
  practice: 'PRACTICE: everything here is invented.',
  option: {
    dataDir: 'folder of Evergrant’s data',
    keyFile: 'file with the key of the data (32 bytes, hexadecimal)',
    noInput: 'never ask for anything; fail instead',
    json: 'print one JSON document',
    practice: 'work in Practice, with invented customers',
    ticket:
      'ticket number for what this command does: in the activity, in file names and in the text',
  },
  prompt: {
    passphrase: 'Passphrase: ',
    newPassphrase:
      'This computer has no keyring. New passphrase for the data, at least {{least}} characters: ',
    again: 'The same again: ',
    differ: 'The two are not the same.',
    tooShort: 'A passphrase has at least {{least}} characters.',
  },
  profiles: {
    about: 'connector profiles',
    add: 'add a connector',
    list: 'list the connectors',
    remove: 'remove a connector with its credential and tokens',
    name: 'what your team calls the connector',
    clientId: 'application (client) id of its registration',
    cloud: 'Microsoft cloud',
    cloudFile: 'file that describes a custom cloud',
    certificate: 'certificate and private key: one PFX, one PEM file, or two files',
    secretFile: 'file with the client secret',
    profile: 'id or name of the connector',
    added: 'Added the connector {{name}} ({{id}}).',
    removed: 'Removed the connector {{name}}.',
    none: 'There are no connectors yet. Add one with: evergrant profiles add',
    row: '{{id}}  {{name}}  client id {{clientId}}  cloud {{cloud}}  {{credential}}',
    noCredential: 'no credential',
    has: '{{kind}}, {{end}}',
    clientIdWrong: '“{{query}}” is not a client ID. {{example}}',
    unknown: 'No connector is called “{{query}}”.',
    ambiguous: '“{{query}}” is the name of several connectors; give the id: {{matches}}',
    severalGiveOne: 'There are several connectors; give one with --profile: {{matches}}',
    unreadable: 'The file {{file}} cannot be read: {{reason}}.',
  },
  connector: cliConnector,
  tenants: {
    about: 'customers',
    add: 'add a customer by domain or tenant id',
    list: 'list the customers and their status',
    domainOrId: 'a verified domain of the customer, or the tenant id',
    profile: 'id or name of the connector, when there are several',
    alias: 'what you call the customer',
    added: 'Added {{name}}: tenant id {{tenantId}}.',
    already: 'Already here as {{name}}: tenant id {{tenantId}}.',
    none: 'There are no customers yet. Add one with: evergrant tenants add DOMAIN',
    row: '{{tenantId}}  {{name}}  {{status}}',
    ticket: 'show, keep or clear the ticket number that is worked on for a customer',
    ticketNumber: 'the number to keep',
    ticketClear: 'forget the number',
    ticketKept: '{{name}}: ticket {{ticket}}',
    ticketNone: '{{name}}: no ticket',
    unknown: 'No customer is known by “{{query}}”. See: evergrant tenants list',
    ambiguous: '“{{query}}” means several customers; give the tenant id: {{matches}}',
  },
  tenant: 'customer: tenant id, domain, alias or name',
  grant: {
    about: 'open the consent page and wait until the connector is granted and proven',
    printUrl: 'print the link instead of opening a browser',
    private:
      'open it in a private window of an installed browser (edge, chrome, chromium, brave, firefox, vivaldi)',
    noPrivate: 'No browser with private windows was found on this computer.',
    whichPrivate: 'That browser is not installed here; there are: {{browsers}}',
    link: 'Open this link as an administrator of {{name}}:\n{{url}}',
    opened:
      'The consent page of {{name}} is open in your browser. If it is not, open this link:\n{{url}}',
    phase: {
      waitingForAdministrator: 'Waiting for the administrator.',
      checking: 'An answer came back; testing.',
      propagating: 'Granted; Microsoft is applying it.',
      propagatingQuietly:
        'Microsoft has not applied everything yet. Still missing: {{missing}}. Testing goes on.',
      granted: 'Granted and proven.',
      accepted: 'The administrator accepted. Without a credential it cannot be confirmed.',
      declined: 'The administrator declined.',
      refused: 'Refused.',
      timedOut: 'Nobody finished the consent in time.',
      cancelled: 'Cancelled.',
    },
  },
  offBoard: {
    about:
      'take the connector out of the tenant of a customer who leaves, step by step; ends with a report that it is gone',
  },
  resetHandOver: {
    about: 'hand a reset over to a colleague: writes the file with which they carry it on',
    out: 'the file to write, - for standard output; without it, a name after the customer',
    none: 'No reset is open for this customer.',
    done: 'Handed over. Send this file to your colleague: {{file}}',
  },
  resetTakeOver: {
    about: 'carry a colleague’s reset on here, at the same step',
    file: 'the file that the colleague sent',
    by: 'who carries it on, for the record',
    done: '{{stands}}. Carry on with: evergrant {{command}} {{tenantId}}',
  },
  reset: {
    about:
      'carry out the reset after a change of the primary domain, step by step; leaving it loses nothing',
    by: 'your name, for the record',
    confirm: 'say that the step which cannot be checked is done',
    override: 'go on without the step’s check, and say why',
    abandon: 'abandon the reset, and say why',
    report:
      'write the report to this file, as its ending says: .pdf, .html, .md or .json; of a reset that has ended, without beginning another unless --by is given',
    replace: 'replace the report’s file where it is there',
    reportEnding: 'Say what the report is to be by its ending: .pdf, .html, .md or .json.',
    reportSaved: 'The report is saved as {{path}}',
    message:
      'only print the step at which the reset stands as a message to the customer’s administrator',
    messageAlone:
      '--message prints and does nothing: leave --confirm, --override and --abandon out.',
    noneOpen:
      '--confirm, --override and --abandon do something about a reset that is open. None is: begin one first, without them.',
    name: 'Your name, for the record: ',
    nameMissing: 'Say who carries out the reset: --by NAME.',
    question: 'Enter when it is done, or why you go on without it: ',
  },
  doctor: {
    about: 'find the cause of a fault: one verdict with its evidence',
    newDomain: 'what the customer says is the primary domain now',
  },
  ask: {
    about: 'print the message to the customer’s administrator, who consents elsewhere',
    mark: 'mark the customer as asked: desktop and web host then test quietly until granted',
    stop: 'stop testing quietly',
    marked: '{{name}} is marked as asked. Evergrant tests quietly while its window is open.',
    stopped: '{{name}} is no longer tested quietly.',
  },
  test: { about: 'test the three permissions now' },
  sync: {
    about: 'bring users, groups and memberships into the cache',
    full: 'read everything anew instead of what changed',
    delta: 'only what changed; refused where everything would have to be read anew',
    progress: '{{phase}}: {{users}} users, {{groups}} groups, {{memberships}} memberships',
    waiting: 'Microsoft asked us to slow down; going on at {{until}}',
    phase: {
      users: 'Users',
      groups: 'Groups',
      devices: 'Devices',
      contacts: 'Contacts',
      finishing: 'Finishing',
      done: 'Done',
    },
    gaps: {
      intro: 'Not everything could be read. What was known before is still shown.',
      first: 'For example: {{ids}}',
    },
    ended: {
      running: 'The sync goes on in another window.',
      finished:
        'Synced: {{users}} users, {{groups}} groups, {{memberships}} memberships, {{devices}} devices, {{contacts}} contacts.',
      failed: 'The sync failed.',
      cancelled: 'The sync was cancelled.',
      interrupted: 'The sync was interrupted; the next one goes on where it stopped.',
    },
  },
  ...cliCredential,
  ...cliDirectory,
  user: {
    about: 'the groups of a person, by name or address',
    query: 'a name, or any current or former address',
    tenant: 'look in one customer only',
    live: 'ask Microsoft now instead of the cache',
    none: 'Nobody is known by “{{query}}”. Only synced customers are searched.',
    several: '{{total}} people match; give an address:',
    row: '{{name}}  {{address}}  {{title}}  {{customer}}',
    person: '{{name}} ({{address}}), {{customer}}',
    source: { cache: 'from the sync of {{at}}', live: 'read from Microsoft at {{at}}' },
    direct: '{{group}}',
    inherited: '{{group}}  ({{path}})',
    noGroups: 'In no group.',
  },
  export: {
    about: 'write what is in the cache into a file',
    tenant: 'customer: tenant id, domain, alias or name; left out with --all',
    what: 'what to write: {{subjects}}',
    format: 'format of the file',
    out: 'the file, or - for standard output (default: a name that tells everything, here)',
    replace: 'replace the file where it is there already, instead of adding a number',
    all: 'all customers in one file (groups, people, members)',
    search: 'only groups or people that are found by these words; members of the groups found',
    effective: 'with members: people through nested groups, each once, instead of direct members',
    person: 'with person: whose groups, by name or address',
    from: 'with changes: id of the earlier sync (default: the last but one)',
    to: 'with changes: id of the later sync (default: the last)',
    of: 'with changes: of what',
    usage:
      'Say which customer and what: evergrant export TENANT WHAT, or evergrant export --all WHAT. WHAT is one of {{subjects}}.',
    outAndJson: '--out - and --json would both write to standard output; give one of them.',
    outBinary: 'A workbook is no text; give --out a file.',
    oneCustomer: 'This is exported for one customer at a time, without --all.',
    whichPerson: 'Say whose groups with --person.',
    noSuchPerson: '“{{query}}” does not mean exactly one person; give an address.',
    noTwoSyncs: 'There are no two syncs of this customer to compare.',
    ended: {
      saved: 'Wrote {{rows}} rows into {{file}}',
      written: 'Wrote {{rows}} rows.',
      cancelled: 'The export was cancelled; no file was written.',
      failed: 'The export failed; no file was written.',
    },
  },
  customers: cliCustomers,
  partner: cliPartner,
  marks: cliMarks,
  backup: cliBackup,
  vendor: cliVendor,
} as const;
