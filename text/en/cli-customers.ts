/**
 * What the evergrant command says about many customers together, their alias, tags and notes, and forgetting
 * one.
 */
export const cliCustomers = {
  import: {
    about:
      'Add customers from a CSV file, all of them or none. Exit code 5 if a row can’t be added.',
    file: 'CSV file with a column of domains or tenant IDs; - for standard input',
    profile: 'Connector for rows that name none: ID, client ID or name',
    dryRun: 'Only look up the tenants and report what would be added',
    unreadable: 'Evergrant couldn’t read the file {{file}}: {{reason}}.',
    tooLarge: 'The file {{file}} is larger than {{megabytes}} MB.',
    lookingUp: 'Looking up tenants: {{done}} of {{total}}',
    row: 'line {{line}}  {{domain}}  {{outcome}}',
    new: 'will be added',
    alreadyHere: 'already in Evergrant as {{name}}',
    sameAs: 'same customer as line {{line}}',
    summary:
      '{{added}} to add, {{already}} already in Evergrant, {{repeated}} repeated, {{refused}} that can’t be added',
    nothingAdded: 'Nothing was added: fix these rows, or remove them from the file.',
    nobodyNew: 'This file has no new customers; nothing was added.',
    added_one: 'Added {{count}} customer.',
    added_other: 'Added {{count}} customers.',
  },
  edit: {
    about: 'Change your name, tags or notes for a customer.',
    alias: 'Your name for the customer; an empty text removes it',
    tags: 'All tags, separated by commas; an empty text removes them',
    notes: 'Notes; an empty text removes them',
    nothing: 'Specify what to change: --alias, --tags or --notes.',
    tagsTooMany: 'A tag has at most 40 characters, and a customer at most 20 tags.',
    tooLong: 'A name has at most 120 characters, and notes at most 4,000.',
    done: 'Changed {{name}}.',
  },
  forget: {
    about:
      'Delete everything that Evergrant stores about a customer on this computer, except one line of activity. Without --yes, it only lists what would be deleted, with exit code 2.',
    yes: 'Forget the customer; without it, only list what would be deleted',
    would:
      'Would forget {{name}} ({{tenantId}}): tokens, people and groups, tests, marks, notes and activity. The connector stays in the customer’s tenant until someone deletes it in that tenant.',
    damaged:
      'Would also delete copies of damaged synced data, which may contain people of every customer: {{files}}',
    how: 'To forget the customer, add --yes. To save its activity first: evergrant export TENANT activity',
  },
  tag: 'Only customers with this tag',
} as const;
