import { implement, ORPCError } from '@orpc/server';
import type { RestoreOutcome } from '../../../electron/contract/backup.ts';
import { engineContract } from '../../../electron/contract/contract.ts';
import { ago, id } from './sample-data.ts';

const count = (
  subject: RestoreOutcome['counts'][number]['subject'],
  ...numbers: readonly [added: number, already: number, differing: number, notTaken: number]
) => {
  const [added, already, differing, notTaken] = numbers;
  return { subject, added, already, differing, notTaken };
};

/** A backup that some other technician made. Any passphrase opens it but "wrong". */
export function backupsRouter() {
  const engine = implement(engineContract);
  const outcome: RestoreOutcome = {
    madeAt: ago(1440),
    counts: [
      count('connectors', 1, 1, 0, 0),
      count('customers', 41, 3, 2, 1),
      count('evidence', 82, 0, 0, 12),
      count('marks', 17, 4, 1, 0),
      count('handOvers', 6, 0, 0, 0),
      count('activity', 4210, 96, 0, 3),
      count('settings', 0, 1, 0, 0),
    ],
    differing: [
      { subject: 'customers', name: 'Contoso Dental' },
      { subject: 'customers', name: 'Fabrikam' },
      { subject: 'marks', name: 'VPN users' },
    ],
    forgotten: ['Adatum'],
    newCustomers: [],
    withoutCredential: [{ profileId: id(1, 2), name: 'Northwind Security' }],
  };
  const open = (passphrase: string) => {
    if (passphrase !== 'wrong') return outcome;
    throw new ORPCError('EVERGRANT', {
      defined: true,
      data: { code: 'backup.notOpened', params: {}, retry: 'now' },
    });
  };
  return {
    make: engine.backups.make.handler(() => ({
      id: id(21, 1),
      state: 'finished' as const,
      fileName: 'evergrant-backup-20261125T190200Z.evergrant',
      format: 'backup' as const,
      rows: 4300,
      totalRows: null,
      startedAt: ago(0),
      finishedAt: ago(0),
      savedAs: 'C:\\Users\\tech\\Documents\\evergrant-backup-20261125T190200Z.evergrant',
      download: null,
      problem: null,
    })),
    preview: engine.backups.preview.handler(({ input }) => open(input.passphrase)),
    restore: engine.backups.restore.handler(({ input }) => open(input.passphrase)),
  };
}
