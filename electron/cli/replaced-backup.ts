import { ORPCError } from '@orpc/server';
import type { RestoreOutcome } from '../contract/backup.ts';
import { problem } from '../contract/problem.ts';
import { EvergrantError } from '../engine/errors/evergrant-error.ts';
import { readTextFile } from '../platform/read-text-file.ts';
import type { Session } from './session.ts';

/** What happens to a backup that a new one replaces. */
export type Replaced = 'gone' | 'keptAside';

/** With more customers than this, they are counted instead of named. */
const named = 20;

/**
 * Checks the backup that is about to be replaced. It may be replaced when this data contains each of its
 * customers and connectors. A backup that can't be compared (unreadable, another passphrase, damaged, a newer
 * Evergrant), or that has a connector missing from this data, is kept beside the new one.
 *
 * @throws EvergrantError `backup.wouldLose` if customers would be lost; `backup.wouldReplaceOther` if it is
 * not a backup of this data
 */
export async function lookAtReplaced(
  { client }: Pick<Session, 'client'>,
  file: string,
  passphrase: string,
): Promise<Replaced> {
  const content = await readTextFile(file).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? '' : null,
  );
  if (content === null) return 'keptAside';
  if (content.trim() === '') return 'gone';
  const [tenants, profiles] = await Promise.all([client.tenants.list(), client.profiles.list()]);
  // An empty backup never replaces a file: the writer refuses it.
  if (tenants.length + profiles.length === 0) return 'gone';
  const held = await whatItHolds(client, content, passphrase);
  if (held === 'other') {
    throw new EvergrantError('backup.wouldReplaceOther', { params: { file } });
  }
  if (held === 'unknown') return 'keptAside';
  const { newCustomers, counts } = held;
  if (newCustomers.length > 0) {
    const more = newCustomers.length > named ? ['…'] : [];
    const customers = [...newCustomers.slice(0, named), ...more].join(', ');
    const params = { file, customers, count: newCustomers.length };
    throw new EvergrantError('backup.wouldLose', { params });
  }
  const connectors = counts.find(({ subject }) => subject === 'connectors')?.added ?? 0;
  return connectors > 0 ? 'keptAside' : 'gone';
}

async function whatItHolds(
  client: Session['client'],
  file: string,
  passphrase: string,
): Promise<RestoreOutcome | 'other' | 'unknown'> {
  try {
    return await client.backups.preview({ file, passphrase });
  } catch (error) {
    const found = error instanceof ORPCError ? problem.safeParse(error.data).data : undefined;
    if (found === undefined) return 'unknown';
    const isOther = ['backup.notABackup', 'backup.ofPractice', 'backup.ofRealData'];
    if (isOther.includes(found.code)) return 'other';
    if (found.code.startsWith('backup.')) return 'unknown';
    throw error;
  }
}
