/** A customer's page: name, tags and notes that technicians write. */
export const customer = {
  alias: 'Your name for this customer',
  tags: 'Tags',
  notes: 'Notes',
  domains: 'Domains',
  formerDomains: 'Former domains',
  edit: {
    open: 'Edit name, tags and notes…',
    title: 'Name, tags and notes',
    aliasHint: 'Leave empty to use Microsoft’s name.',
    tagsHint: 'Separate tags with commas, for example: gold, dentists, Dublin office.',
    tagTooLong: 'A tag has at most 40 characters, and a customer at most 20 tags.',
    notesHint: 'Stored encrypted on this computer; not sent to Microsoft.',
    save: 'Save',
    saving: 'Saving…',
    failed: 'The changes were not saved',
  },
  tagFilter: 'Tags',
  clearTags: 'Clear tags',
  noneWithTags: 'No customer has all of these tags.',
} as const;
