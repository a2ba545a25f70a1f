/** Forgetting a customer. */
export const forgetting = {
  open: 'Forget this customer…',
  title: 'Forget {{name}}?',
  gone: 'Will be deleted from this computer',
  goneList: [
    'tokens and sign-ins for this customer',
    'its people, groups, and memberships, with their history',
    'tests, marks for policies, tags, and notes',
    'its activity',
  ],
  damaged: 'copies of damaged synced data, which may contain people of every customer: {{files}}',
  stays: 'Won’t be deleted',
  line: 'One activity entry: the tenant ID, the time, and the account.',
  tenant: 'The connector in the customer’s own tenant, until someone deletes it in that tenant.',
  files: 'Files that you exported, where you saved them.',
  remains: {
    there:
      'Their tenant still has the connector, and forgetting the customer doesn’t change that. Off-board first: it removes the connector from their tenant and ends with a report that it’s gone.',
    notKnown:
      'Their tenant may still have the connector, and forgetting the customer doesn’t change that. Off-board first: it ends with a report that the connector is gone.',
    gone: 'Evergrant verified that the connector is gone from their tenant. If you haven’t saved the report yet, save it first: forgetting the customer also deletes the report.',
    notInstalled: 'Their tenant doesn’t have the connector, according to the last test.',
  },
  offBoard: 'Off-board first…',
  toReport: 'Go to the report',
  account: '{{account}} stays signed in, because other customers use this account too.',
  running:
    'Evergrant first stops any sync or consent of this customer that is running. You can’t undo this, but you can add the customer again later.',
  exportFirst: 'Export its activity first…',
  confirm: 'Forget {{name}}',
  working: 'Forgetting…',
  failed: 'The customer wasn’t forgotten',
  done: '{{name}} was forgotten.',
  damagedDone: 'Deleted copies of damaged synced data: {{files}}',
  toCustomers: 'Go to Customers',
} as const;
