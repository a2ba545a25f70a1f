/** A customer's own page: what technicians write about it. */
export const customer = {
  alias: 'Your name for it',
  tags: 'Tags',
  notes: 'Notes',
  domains: 'Domains',
  formerDomains: 'Former domains',
  edit: {
    open: 'Edit name, tags and notes…',
    title: 'Name, tags and notes',
    aliasHint: 'Empty: the name that Microsoft has.',
    tagsHint: 'Separate tags by commas, for example: gold, dentists, Dublin office.',
    tagTooLong: 'A tag has at most 40 characters, and a customer at most 20 tags.',
    notesHint: 'Kept on this computer, encrypted; not sent to Microsoft.',
    save: 'Save',
    saving: 'Saving…',
    failed: 'The changes were not saved',
  },
  tagFilter: 'Tags',
  clearTags: 'Clear tags',
  noneWithTags: 'No customer has all of these tags.',
} as const;
