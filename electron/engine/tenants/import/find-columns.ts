/** The recognized meanings of a column. */
export type ColumnName = 'tenantId' | 'domain' | 'alias' | 'tags' | 'notes' | 'connector';

/**
 * Headings by which a column is recognized, clearest first: if two columns mean the same, the one
 * with the clearer heading counts. Spaces, punctuation and case do not matter. The list includes
 * those of Partner Center's customer list ("Microsoft ID", "Company name", "Primary domain name").
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

/** Partner tools' and scripts' headings for the tenant ID; they count only when every cell is a GUID. */
const idHeadings = [
  'customercontextid',
  'customertenantid',
  'customermicrosoftid',
  'customerdirectoryid',
  'azureadtenantid',
  'aadtenantid',
  'aadid',
  'officetenantid',
  'mtenantid',
  'microsofttenantid',
  'microsoftcustomerid',
  'tenantguid',
  'defaulttenantid',
  'clienttenantid',
];
/** The same, but other tools use these headings for their own IDs, so a domain column takes precedence. */
const vagueIdHeadings = ['customerid', 'organizationid', 'contextid', 'orgid', 'id'];
const guid = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;

/** The index of each column, and the headings that Evergrant does not recognize. */
export interface FoundColumns {
  readonly at: Readonly<Partial<Record<ColumnName, number>>>;
  readonly unused: readonly string[];
}

/** Finds the columns by their headings; some count only when the rows confirm them. */
export function findColumns(
  row: readonly string[],
  body: readonly (readonly string[])[] = [],
): FoundColumns {
  const plain = row.map((heading) =>
    heading
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, ''),
  );
  const found = Object.entries(headings).flatMap(([name, known]) => {
    const heading = known.find((word) => plain.includes(word));
    return heading === undefined ? [] : [[name, plain.indexOf(heading)] as [string, number]];
  });
  const has = (name: ColumnName): boolean => found.some(([one]) => one === name);
  const candidates = has('domain') ? idHeadings : [...idHeadings, ...vagueIdHeadings];
  const byCells = has('tenantId')
    ? undefined
    : candidates.find((word) => isOfIds(plain.indexOf(word), body));
  if (byCells !== undefined) found.push(['tenantId', plain.indexOf(byCells)]);
  const used = new Set(found.map(([, index]) => index));
  return {
    at: Object.fromEntries(found),
    unused: row.filter((heading, index) => heading.trim() !== '' && !used.has(index)),
  };
}

function isOfIds(column: number, body: readonly (readonly string[])[]): boolean {
  const cells = body.flatMap((row) => row[column]?.trim() || []);
  return column !== -1 && cells.length > 0 && cells.every((cell) => guid.test(cell));
}
