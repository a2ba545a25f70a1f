/** Forgetting a customer. */
export const forgetting = {
  open: 'Forget this customer…',
  title: 'Forget {{name}}?',
  gone: 'This goes from this computer',
  goneList: [
    'tokens and sign-ins for this customer',
    'its people, groups and memberships, with their history',
    'tests, marks for policies, tags and notes',
    'its activity',
  ],
  damaged: 'copies of damaged synced data, which may hold people of every customer: {{files}}',
  stays: 'This stays',
  line: 'One line of activity: the tenant id, the time and the account.',
  tenant: 'The connector in the customer’s own tenant, until somebody deletes it there.',
  files: 'Files that you exported, where you saved them.',
  remains: {
    there:
      'Their tenant still has the connector, and forgetting them here does not change that. Off-board first: it takes the connector out of their tenant and ends with a report that it is gone.',
    notKnown:
      'Their tenant may still have the connector, and forgetting them here does not change that. Off-board first: it ends with a report that the connector is gone.',
    gone: 'The connector is gone from their tenant: that was proven. If the report is not saved yet, save it first; it goes with the customer.',
    notInstalled: 'Their tenant does not have the connector: the last test says so.',
  },
  offBoard: 'Off-board first…',
  toReport: 'Go to the report',
  account: '{{account}} stays signed in: the account serves other customers too.',
  running:
    'A sync or consent that runs for this customer is stopped first. It cannot be undone; you can add the customer again later.',
  exportFirst: 'Export its activity first…',
  confirm: 'Forget {{name}}',
  working: 'Forgetting…',
  failed: 'The customer was not forgotten',
  done: '{{name}} has been forgotten.',
  damagedDone: 'Deleted copies of damaged synced data: {{files}}',
  toCustomers: 'Go to Customers',
} as const;
