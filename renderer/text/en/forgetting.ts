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
  stays: 'This stays',
  line: 'One line of activity: the tenant id, the time and the account.',
  tenant:
    'The connector in the customer’s own tenant. Forgetting takes nothing away there: to end its access, delete the enterprise application first.',
  files: 'Files that you exported, where you saved them.',
  account: '{{account}} stays signed in: the account serves other customers too.',
  running:
    'A sync or consent that runs for this customer is stopped first. It cannot be undone; you can add the customer again later.',
  exportFirst: 'Export its activity first…',
  confirm: 'Forget {{name}}',
  working: 'Forgetting…',
  failed: 'The customer was not forgotten',
  done: '{{name}} has been forgotten.',
  toCustomers: 'Go to Customers',
} as const;
