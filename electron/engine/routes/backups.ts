import type { BackupRoom } from '../backup/compose.ts';
import type { Base } from './base.ts';

/** `backups.*` of the contract. */
export function createBackupsRouter(base: Base, { backups }: BackupRoom) {
  return {
    make: base.backups.make.handler(({ input }) => backups.make(input.passphrase)),
    preview: base.backups.preview.handler(({ input }) => backups.preview(input)),
    restore: base.backups.restore.handler(({ input }) => backups.restore(input)),
  };
}
