import type { Migration } from '../../database/migrate.ts';
import { sql as ledger } from './0001-ledger.ts';
import { sql as policies } from './0002-policies.ts';
import { sql as keyPairs } from './0003-key-pairs.ts';
import { sql as profilePages } from './0004-profile-pages.ts';
import { sql as doctor } from './0005-doctor.ts';
import { sql as tickets } from './0006-tickets.ts';
import { sql as accounts } from './0007-accounts.ts';
import { sql as vendors } from './0008-vendors.ts';
import { sql as customers } from './0009-customers.ts';
import { sql as partner } from './0010-partner.ts';
import { sql as quietWatch } from './0011-quiet-watch.ts';
import { sql as reset } from './0012-reset.ts';

/** The ledger's migrations, oldest first. Append-only. */
export const ledgerMigrations: readonly Migration[] = [
  { title: 'ledger', sql: ledger },
  { title: 'policies', sql: policies },
  { title: 'key pairs', sql: keyPairs },
  { title: 'profile pages', sql: profilePages },
  { title: 'doctor', sql: doctor },
  { title: 'tickets', sql: tickets },
  { title: 'accounts', sql: accounts },
  { title: 'vendors', sql: vendors },
  { title: 'customers', sql: customers },
  { title: 'partner', sql: partner },
  { title: 'quiet watch', sql: quietWatch },
  { title: 'reset', sql: reset },
];
