/** What the evergrant command says of many customers at once, of their words, and of forgetting one. */
export const cliCustomers = {
  import: {
    about: 'add customers from a CSV file, all of them or none',
    file: 'CSV file with a column of domains or tenant ids; - for standard input',
    profile: 'connector of rows that name none: id, client id or name',
    dryRun: 'only look the tenants up and say what would be added',
    unreadable: 'The file {{file}} cannot be read: {{reason}}.',
    tooLarge: 'The file {{file}} is larger than {{megabytes}} MB.',
    lookingUp: 'Looking up tenants: {{done}} of {{total}}',
    row: 'line {{line}}  {{domain}}  {{outcome}}',
    new: 'will be added',
    alreadyHere: 'already here as {{name}}',
    sameAs: 'the same customer as line {{line}}',
    summary:
      '{{added}} to add, {{here}} already here, {{repeated}} repeated, {{refused}} that cannot be added',
    nothingAdded: 'Nothing was added: correct these rows, or take them out of the file.',
    nobodyNew: 'Nobody in this file is new; nothing was added.',
    added_one: 'Added {{count}} customer.',
    added_other: 'Added {{count}} customers.',
  },
  edit: {
    about: 'change what you wrote about a customer',
    alias: 'your name for it; empty to take it away',
    tags: 'all tags, separated by commas; empty to take them away',
    notes: 'notes; empty to take them away',
    nothing: 'Say what to change: --alias, --tags or --notes.',
    tagsTooMany: 'A tag has at most 40 characters, and a customer at most 20 tags.',
    tooLong: 'A name has at most 120 characters, and notes at most 4,000.',
    done: 'Changed {{name}}.',
  },
  forget: {
    about: 'forget a customer: all that is here of it, but for one line of activity',
    yes: 'do it; without this it only says what would go',
    would:
      'Would forget {{name}} ({{tenantId}}): tokens, people and groups, tests, marks, notes and activity. The connector in the customer’s tenant stays until someone deletes it there.',
    damaged:
      'Would also delete copies of damaged synced data, which may hold people of every customer: {{files}}',
    how: 'To do it, give --yes. To keep its activity: evergrant export TENANT activity',
  },
  tag: 'only customers with this tag',
} as const;
