import { ORPCError } from '@orpc/server';
import type { RestoreOutcome } from '../contract/backup.ts';
import { problem } from '../contract/problem.ts';
import { EvergrantError } from '../engine/errors/evergrant-error.ts';
import { readTextFile } from '../platform/read-text-file.ts';
import type { Session } from './session.ts';

/** What becomes of a backup in whose place a new one comes. */
export type Replaced = 'gone' | 'keptAside';

/** More customers than this are counted, not named. */
const named = 20;

/**
 * Looks at the backup that is going to be replaced. It may go when this data holds each of its customers and
 * connectors. What cannot be compared (unreadable, another passphrase, damage, a newer Evergrant), and one with a
 * connector that is not here, is kept beside the new one.
 *
 * @throws EvergrantError `backup.wouldLose` where customers would be lost; `backup.wouldReplaceOther` where it
 *   is not a backup of this data
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
  // An empty backup replaces no file: whoever writes it refuses.
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
