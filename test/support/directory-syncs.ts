import type { SyncMode } from '../../electron/contract/sync.ts';
import type { SyncRecord, SyncStream } from '../../electron/engine/directory/sync/store.ts';
import type { Millis } from '../../electron/engine/kernel/ports.ts';
import type { Store } from '../../electron/engine/store/store.ts';

/** A GUID that starts with the first letters of a word. */
export function idOf(word: string): string {
  const hex = Buffer.from(word.padEnd(8, '_')).toString('hex').slice(0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4000-8000-${hex.slice(12)}00000000`;
}

/** A user resource, as a delta query returns it. */
export const user = (word: string, more: object = {}): object => ({
  id: idOf(word),
  displayName: word,
  userPrincipalName: `${word}@fabrikam.test`,
  ...more,
});

/** A member of a group, by reference. */
export const ref = (word: string, type = 'user'): object => ({
  '@odata.type': `#microsoft.graph.${type}`,
  id: idOf(word),
});

/** A member that was removed from a group. */
export const left = (word: string, type = 'user'): object => ({
  ...ref(word, type),
  '@removed': { reason: 'deleted' },
});

/** An object that was deleted from the tenant. */
export const gone = (word: string): object => ({
  id: idOf(word),
  '@removed': { reason: 'deleted' },
});

/** A security group with its members. */
export const group = (
  word: string,
  members: readonly object[] = [],
  more: object = {},
): object => ({
  id: idOf(word),
  displayName: word,
  mailEnabled: false,
  securityEnabled: true,
  groupTypes: [],
  ...more,
  ...(members.length > 0 && { 'members@delta': members }),
});

/** What one sync reads. A full sync reads everything, a delta sync only the changes. */
export type SyncContent = Partial<Record<SyncStream, readonly object[]>>;

/** Writes complete syncs of one tenant into a store, one page per stream. */
export function createDirectorySyncs(
  store: Pick<Store, 'syncs'>,
  tenantId: string,
  keepHistoryFor?: Millis,
) {
  let count = 0;
  return async (content: SyncContent, mode: SyncMode = 'auto', at = 1000): Promise<SyncRecord> => {
    count += 1;
    const id = `${tenantId.slice(0, 24)}${count.toString(16).padStart(12, '0')}`;
    const { run, streams } = await store.syncs.begin({
      id,
      tenantId,
      mode,
      at,
      readsHidden: false,
    });
    for (const { stream } of streams) {
      const link = `https://graph.test/${stream}/${count}`;
      const json = { value: content[stream] ?? [], '@odata.deltaLink': link };
      const bytes = new TextEncoder().encode(JSON.stringify(json)).buffer;
      const { page } = await store.syncs.parsePage(run.no, stream, bytes);
      await store.syncs.writePage(page, at);
    }
    return await store.syncs.finish(run.no, at, {
      ...(keepHistoryFor !== undefined && { keepHistoryFor }),
    });
  };
}
