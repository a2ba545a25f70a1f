import type { RestoreOutcome } from '../../contract/backup.ts';
import type { ExportJob } from '../../contract/export.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Exports } from '../export/exports.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Clock, Random } from '../kernel/ports.ts';
import { seal, unseal } from './sealed-file.ts';
import type { SealedContent } from './sealed-file.ts';
import type { BackupStore, Merged } from './store.ts';

/** A backup file's text and the passphrase that opens it. */
export interface OpenedBackup {
  readonly file: string;
  readonly passphrase: string;
}

/**
 * Backup and move: one encrypted file with connectors, customers, marks, evidence and activity; no
 * keys, no tokens, no directory data.
 */
export interface Backups {
  /**
   * Starts writing a backup; `Exports` reports its progress and end. A backup without connectors and
   * customers never overwrites a file (`export.wouldReplaceWithNothing`).
   */
  make(passphrase: string): Promise<ExportJob>;
  /**
   * What an import would change; changes nothing. Errors: `backup.notABackup`, `backup.newerVersion`,
   * `backup.notOpened`, `backup.damaged`, `backup.ofPractice`, `backup.ofRealData`.
   */
  preview(backup: OpenedBackup): Promise<RestoreOutcome>;
  /** Imports all of it or nothing. Errors: as for `preview`. */
  restore(backup: OpenedBackup): Promise<RestoreOutcome>;
}

/** The topics that an import of a backup can change. */
const touched = ['profiles', 'tenants', 'grants', 'policies', 'activity'] as const;

/** Makes the service. */
export function createBackups(ports: {
  readonly store: BackupStore;
  readonly exports: Pick<Exports, 'write'>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly practice: boolean;
  readonly clock: Clock;
  readonly random: Random;
}): Backups {
  const { store, clock, practice } = ports;

  async function bringIn(
    { file, passphrase }: OpenedBackup,
    how: (bytes: Uint8Array, madeAt: number) => Promise<Merged>,
  ): Promise<RestoreOutcome> {
    const sealed = await unseal(file, passphrase);
    refuseOtherWorkspace(sealed, practice);
    const { bytes, madeAt } = sealed;
    return { madeAt, ...(await how(bytes, Date.parse(madeAt))) };
  }

  return {
    async make(passphrase) {
      const madeAt = new Date(clock.now()).toISOString();
      const { bytes, rows, isEmpty } = await store.pack();
      const text = await seal({ madeAt, practice, bytes }, passphrase, ports.random);
      const name = nameOf(madeAt, practice);
      return ports.exports.write({
        name,
        mediaType: 'application/octet-stream',
        format: 'backup',
        isEmpty,
        bytes: async function* written(counted) {
          yield Buffer.from(text);
          counted(rows);
        },
        record: (ended) =>
          ports.activity.record({
            action: 'backedUp',
            result: ended.state,
            params: { fileName: name, rows: ended.rows },
            problem: ended.problem,
          }),
      });
    },
    preview: (backup) => bringIn(backup, (bytes, madeAt) => store.compare(bytes, madeAt)),
    async restore(backup) {
      const outcome = await bringIn(backup, (bytes, madeAt) => store.merge(bytes, madeAt));
      const added = outcome.counts.reduce((sum, count) => sum + count.added, 0);
      await ports.activity.record({
        action: 'restored',
        result: 'finished',
        params: { madeAt: outcome.madeAt, added },
      });
      for (const topic of touched) ports.changes.publish({ topic, tenantId: null });
      return outcome;
    },
  };
}

/**
 * Practice refuses backups of real data, and real data those of Practice.
 *
 * @throws EvergrantError `backup.ofPractice`, `backup.ofRealData`
 */
export function refuseOtherWorkspace(
  { practice: ofPractice }: Pick<SealedContent, 'practice'>,
  practice: boolean,
): void {
  if (ofPractice === practice) return;
  throw new EvergrantError(ofPractice ? 'backup.ofPractice' : 'backup.ofRealData');
}

/** A file name that is valid on every operating system, with the time in UTC. */
function nameOf(madeAt: string, practice: boolean): string {
  const at = `${madeAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return `${practice ? 'PRACTICE-' : ''}evergrant-backup-${at}.evergrant`;
}
