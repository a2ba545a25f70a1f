/** What the evergrant command says about groups, members and changes. */
export const cliDirectory = {
  groups: {
    about:
      'List the synced groups of one customer, or of all customers. Exit code 3 if nothing is found.',
    tenant: 'Customer: tenant ID, domain, alias or name (default: all customers)',
    all: 'List the groups of all customers',
    allAndOne: 'Give either a customer or --all.',
    search: 'Words of the name, mail, description or ID',
    kind: 'Only groups of this kind; can be repeated: {{kinds}}',
    kindInvalid: 'A kind is one of: {{kinds}}.',
    limit: 'Maximum number of rows to print',
    limitInvalid: 'A limit is a whole number, 1 or more.',
    row: '{{id}}  {{name}}  {{members}} members{{mark}}',
    rowOf: '{{id}}  {{name}}  {{members}} members{{mark}}  {{customer}}',
    incomplete: ' (incomplete)',
    total: '{{shown}} of {{total}} groups; synced {{synced}}.',
    totalOfAll: '{{shown}} of {{total}} groups of {{customers}} customers.',
    never: 'never',
    unknown: 'No group of this customer matches “{{query}}”. Only synced groups are searched.',
    ambiguous: '“{{query}}” matches several groups; give the ID: {{matches}}',
  },
  members: {
    about:
      'List the direct members of a synced group. Exit code 3 if nothing is found. With --json, marks say why a list may be incomplete.',
    group: 'Group: ID or name; an exact name comes before names that contain it',
    effective:
      'People instead of direct members, including those in nested groups, each person once',
    search: 'Words of the name or an address',
    row: '{{id}}  {{name}}  {{address}}  {{type}}',
    noName: '(no name)',
    direct: '{{shown}} of {{total}} direct members of {{group}}; synced {{synced}}.',
    peopleInside:
      '{{shown}} of {{total}} people in {{group}}, including nested groups; synced {{synced}}.',
  },
  why: {
    option: 'Show every path from the person to this group (ID or name), from the synced data',
    head: '{{person}}, {{customer}}: paths to {{group}}; synced {{synced}}.',
    none: 'Not in this group.',
    more: 'There are more paths than these.',
  },
  compare: {
    about:
      'Show what changed between two syncs of a customer: the last two, or those you choose. Exit code 4 if there are no two syncs.',
    from: 'Older sync: its ID, or a date for the last sync up to that time (2026-11-20 or 2026-11-20T08:00:00Z, in UTC)',
    to: 'Newer sync: its ID, or a date for the last sync up to that time',
    tooFew: '{{name}} doesn’t have two syncs to compare. Sync again, then compare.',
    unknownSync: 'No stored sync matches “{{query}}”. Available: {{kept}}',
    keptSync: '{{id}} ({{at}})',
    head: '{{name}}: from the sync of {{from}} to the sync of {{to}}.',
    groups:
      'Groups: {{added}} added, {{removed}} removed, {{renamed}} renamed, {{changed}} changed otherwise.',
    people:
      'People: {{added}} added, {{removed}} removed, {{renamed}} renamed, {{changed}} changed otherwise.',
    memberships: 'Memberships: {{added}} added, {{removed}} removed.',
    row: {
      added: '  + {{name}}',
      removed: '  - {{name}}',
      renamed: '  ~ {{before}} → {{name}}',
      changed: '  ~ {{name}} ({{fields}})',
    },
    membership: '{{member}} in {{group}}',
    further: '  and {{count}} more; see --limit.',
  },
} as const;
