import type { DirectoryRoom } from '../directory/compose.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { Ports } from '../kernel/ports.ts';
import type { TenantsRoom } from '../tenants/compose.ts';
import { createExports } from './exports.ts';
import type { Exports } from './exports.ts';

/** Exports the content of the cache to files. */
export interface ExportRoom {
  readonly exports: Exports;
}

export interface ExportPorts {
  readonly host: Pick<Ports, 'exportFiles' | 'practice'>;
  readonly kernel: Pick<Kernel, 'clock' | 'random' | 'log' | 'activity' | 'tickets'>;
  readonly tenants: Pick<TenantsRoom, 'tenants'>;
  readonly directory: Pick<DirectoryRoom, 'groups' | 'people' | 'comparisons' | 'policies'>;
}

export function composeExport({ host, kernel, tenants, directory }: ExportPorts): ExportRoom {
  const { activity } = kernel;
  return {
    exports: createExports({
      ...kernel,
      sources: { ...tenants, ...directory, activity },
      files: host.exportFiles,
      practice: host.practice,
    }),
  };
}
