/** What a column may hold. */
export type ColumnName = 'tenantId' | 'domain' | 'alias' | 'tags' | 'notes' | 'connector';

/**
 * Headings by which a column is known, the plainest first: of two columns that mean the same the one
 * with the plainer heading counts. Spaces, signs and case do not matter. Among them are those of Partner
 * Center's list of customers ("Microsoft ID", "Company name", "Primary domain name").
 */
const headings: Readonly<Record<ColumnName, readonly string[]>> = {
  tenantId: ['tenantid', 'microsoftid', 'directoryid', 'azuretenantid', 'entratenantid'],
  domain: [
    'domain',
    'domainortenantid',
    'tenantidordomain',
    'domainorid',
    'primarydomain',
    'primarydomainname',
    'defaultdomain',
    'defaultdomainname',
    'domainname',
    'domains',
    'tenant',
  ],
  alias: [
    'alias',
    'name',
    'customer',
    'customername',
    'displayname',
    'company',
    'companyname',
    'client',
    'clientname',
  ],
  tags: ['tags', 'tag', 'labels', 'label'],
  notes: ['notes', 'note', 'comments', 'comment', 'remarks', 'remark'],
  connector: ['connector', 'connectorprofile', 'profile'],
};

/** Which column stands where, and which headings mean nothing here. */
export interface FoundColumns {
  readonly at: Readonly<Partial<Record<ColumnName, number>>>;
  readonly unused: readonly string[];
}

/** Finds the columns by their headings. */
export function findColumns(row: readonly string[]): FoundColumns {
  const plain = row.map((heading) =>
    heading
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, ''),
  );
  const found = Object.entries(headings).flatMap(([name, known]) => {
    const heading = known.find((word) => plain.includes(word));
    return heading === undefined ? [] : [[name, plain.indexOf(heading)] as const];
  });
  const used = new Set(found.map(([, index]) => index));
  return {
    at: Object.fromEntries(found),
    unused: row.filter((heading, index) => heading.trim() !== '' && !used.has(index)),
  };
}
