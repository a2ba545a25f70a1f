import type { ExportRoom } from '../export/compose.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { Ports } from '../kernel/ports.ts';
import { createBackups } from './backups.ts';
import type { Backups } from './backups.ts';
import type { BackupStore } from './store.ts';

/** Backups, and moving to another computer. */
export interface BackupRoom {
  readonly backups: Backups;
}

export interface BackupPorts {
  readonly host: Pick<Ports, 'practice'>;
  readonly kernel: Pick<Kernel, 'clock' | 'random' | 'changes' | 'activity'>;
  readonly store: { readonly backups: BackupStore };
  readonly exporting: ExportRoom;
}

/** Makes the backups' service. */
export function composeBackup(ports: BackupPorts): BackupRoom {
  const { host, kernel, store, exporting } = ports;
  return {
    backups: createBackups({
      ...kernel,
      ...exporting,
      store: store.backups,
      practice: host.practice,
    }),
  };
}
