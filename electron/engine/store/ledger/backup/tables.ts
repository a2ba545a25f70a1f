import type { BackupSubject } from '../../../../contract/backup.ts';

/** How a table of the ledger is backed up and restored. */
export interface KeptTable {
  readonly name: string;
  readonly subject: BackupSubject;
  /** Columns that identify the same row in the ledger and in the backup. */
  readonly key: readonly string[];
  /** Columns that a backup doesn't carry, each with the reason. */
  readonly without?: Readonly<Record<string, string>>;
  /** An SQL condition for the rows that a backup carries; all rows if it's absent. */
  readonly rows?: string;
  /** Columns whose differences in the same row are not reported. */
  readonly mayDiffer?: readonly string[];
  /** Only for customers that the backup adds: for existing customers, the ledger has the newest evidence. */
  readonly withNewCustomers?: true;
  /** Its rows are details of another table's rows, and are not counted separately. */
  readonly isPartOfAnother?: true;
  /** What people call a row, as an SQL expression; only rows with a label are named when they differ. */
  readonly label?: string;
}

const numberedAnew = 'counts the rows of one file: they are numbered anew where they come in';

const newestTests = `sequence IN (
  SELECT max(sequence) FROM test GROUP BY tenant_id
  UNION SELECT max(sequence) FROM test WHERE reached = 1 GROUP BY tenant_id
  UNION SELECT max(sequence) FROM test WHERE good = 1 GROUP BY tenant_id)`;

const endedAttempts = `sequence IN (SELECT max(sequence) FROM attempt GROUP BY tenant_id)
  AND json_extract(attempt, '$.endedAt') IS NOT NULL`;

/** The ledger's tables that a backup carries, in an order that allows writing their rows. */
export const keptTables: readonly KeptTable[] = [
  {
    name: 'profile',
    subject: 'connectors',
    key: ['id'],
    mayDiffer: ['id', 'created_at', 'cloud'],
    label: 'name',
  },
  {
    name: 'vendor_registration',
    subject: 'connectors',
    key: ['profile_id'],
    isPartOfAnother: true,
  },
  { name: 'home_tenant', subject: 'connectors', key: ['profile_id'], isPartOfAnother: true },
  { name: 'partner', subject: 'connectors', key: ['profile_id'], isPartOfAnother: true },
  {
    name: 'tenant',
    subject: 'customers',
    key: ['tenant_id'],
    mayDiffer: [
      'display_name',
      'primary_domain',
      'initial_domain',
      'verified_domains',
      'former_domains',
      'added_as',
      'added_at',
    ],
    label: 'coalesce(alias, display_name, primary_domain, added_as)',
  },
  { name: 'kept_ticket', subject: 'customers', key: ['tenant_id'], isPartOfAnother: true },
  {
    name: 'test',
    subject: 'evidence',
    key: ['id'],
    without: { sequence: numberedAnew },
    rows: newestTests,
    withNewCustomers: true,
  },
  {
    name: 'attempt',
    subject: 'evidence',
    key: ['id'],
    without: { sequence: numberedAnew },
    rows: endedAttempts,
    withNewCustomers: true,
  },
  { name: 'removal', subject: 'evidence', key: ['tenant_id'], withNewCustomers: true },
  { name: 'diagnosis', subject: 'evidence', key: ['tenant_id'], withNewCustomers: true },
  { name: 'quiet_watch', subject: 'evidence', key: ['tenant_id'], withNewCustomers: true },
  {
    name: 'mark',
    subject: 'marks',
    key: ['tenant_id', 'group_id'],
    mayDiffer: ['name', 'marked_at'],
    label: 'name',
  },
  {
    name: 'hand_over',
    subject: 'handOvers',
    key: ['tenant_id', 'at'],
    without: {
      sequence: numberedAnew,
      snapshot: 'directory data: the people and groups that were handed over',
    },
    withNewCustomers: true,
  },
  { name: 'activity', subject: 'activity', key: ['id'], without: { sequence: numberedAnew } },
  { name: 'setting', subject: 'settings', key: ['key'], label: 'key' },
];
