import type { HandOverContent, TakeOver } from '../../../contract/reset-hand-over.ts';
import type { SavedFile } from '../../../contract/replacement.ts';
import type { Reset } from '../../../contract/reset.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ProfileRecord } from '../../connectors/store.ts';
import type { TenantRecord } from '../../tenants/store.ts';
import { evergrantFileName } from '../../kernel/files/evergrant-file.ts';
import { jsonFile } from '../../kernel/files/file-saver.ts';
import type { FileSaver } from '../../kernel/files/file-saver.ts';
import { presentReset } from '../present-reset.ts';
import type { Resets } from '../resets.ts';
import type { ResetRecord } from '../store.ts';
import { readHandOverFile, recordOf, writeHandOverFile } from './hand-over-file.ts';
import { placeForFile } from './place-for-file.ts';
import type { PlacePorts } from './place-for-file.ts';

/**
 * Limits a customer's name from Microsoft's directory, which can be longer than the alias that it
 * becomes on the colleague's computer.
 */
const longestName = 120;

/** Transfers resets between computers by file. */
export interface HandOvers {
  /**
   * The file of a reset that was handed over; it can be written any number of times. Errors:
   * `reset.notHandedOver`.
   */
  write(tenantId: string): Promise<{ readonly fileName: string; readonly text: string }>;
  /** Saves that file through the host. Errors: as for `write`, `export.notWritten`. */
  save(tenantId: string): Promise<SavedFile>;
  /** The contents of a colleague's file. Errors: `reset.file*`. */
  read(text: string): Promise<HandOverContent>;
  /**
   * Continues a colleague's reset on this computer, at the same step; adds the customer if it is not
   * in Evergrant yet.
   * Errors: those of `read`, `reset.cannotTakeOver` with the obstacle, those of adding a customer.
   */
  takeOver(asked: TakeOver, signal?: AbortSignal): Promise<Reset>;
}

interface HandOverPorts extends PlacePorts {
  readonly resets: Pick<Resets, 'take'>;
  readonly profiles: PlacePorts['profiles'] & {
    get(profileId: string): Promise<ProfileRecord | null>;
  };
  readonly cloudLabel: (profileId: string) => Promise<string>;
  readonly tenants: PlacePorts['tenants'] & {
    add(asked: {
      readonly domainOrId: string;
      readonly profileId: string;
      readonly alias: string;
    }): Promise<unknown>;
  };
  readonly files: Pick<FileSaver, 'save'>;
  readonly practice: boolean;
}

/** Makes the service that transfers resets between computers. */
export function createHandOvers(ports: HandOverPorts): HandOvers {
  const { store, tenants, profiles, practice } = ports;

  const write: HandOvers['write'] = async (tenantId) => {
    const record = await store.last(tenantId);
    if (record?.snapshot.state !== 'handedOver') throw new EvergrantError('reset.notHandedOver');
    const tenant = await tenants.find(tenantId);
    const profile = await profiles.get(record.profileId);
    if (tenant === null || profile === null) throw new EvergrantError('reset.notHandedOver');
    return fileOf(record, tenant, profile, await ports.cloudLabel(profile.id), practice);
  };

  return {
    write,
    save: async (tenantId) => await ports.files.save(jsonFile(await write(tenantId))),
    read: async (text) => {
      const file = readHandOverFile(text, practice);
      const { tenant, connector, reset } = file;
      const { name, clientId, cloud } = connector;
      const { hindrance } = await placeForFile(ports, file);
      const cloudLabel = cloud.kind === 'custom' ? cloud.label : cloud.kind;
      return { tenant, connector: { name, clientId, cloudLabel }, reset, hindrance };
    },
    takeOver: async ({ text, by }, signal) => {
      const file = readHandOverFile(text, practice);
      const { hindrance, profileId, from } = await placeForFile(ports, file);
      if (profileId === null) {
        throw new EvergrantError('reset.cannotTakeOver', { params: { hindrance } });
      }
      const { tenantId, name: alias } = file.tenant;
      if ((await tenants.find(tenantId)) === null) {
        await tenants.add({ domainOrId: tenantId, profileId, alias });
      }
      return ports.resets.take(recordOf(file, profileId), from, by, signal);
    },
  };
}

/** The file of a reset that was handed over. */
function fileOf(
  record: ResetRecord,
  tenant: TenantRecord,
  { cloud, name, clientId }: ProfileRecord,
  cloudLabel: string,
  practice: boolean,
): { readonly fileName: string; readonly text: string } {
  const { tenantId } = record;
  const called = tenant.alias ?? tenant.displayName ?? tenant.primaryDomain ?? tenantId;
  return {
    fileName: evergrantFileName(called, 'evergrant-reset.json', practice),
    text: writeHandOverFile({
      ...(practice && { workspace: 'PRACTICE' as const }),
      tenant: {
        tenantId,
        name: called.slice(0, longestName),
        primaryDomain: tenant.primaryDomain,
      },
      connector: {
        name,
        clientId,
        cloud: cloud.kind === 'custom' ? { kind: 'custom', label: cloudLabel } : cloud,
      },
      hasBackend: record.snapshot.context.hasBackend,
      reset: presentReset(record, null),
    }),
  };
}
