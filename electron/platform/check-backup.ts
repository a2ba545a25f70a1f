import type { OpenedBackup } from '../engine/backup/backups.ts';
import { refuseOtherWorkspace } from '../engine/backup/backups.ts';
import { unseal } from '../engine/backup/sealed-file.ts';
import { unpackRows } from '../engine/store/ledger/backup/packed-rows.ts';

/**
 * Verifies that a backup can be restored, before anything is changed: it opens with this passphrase, belongs
 * to this workspace, and its rows are valid for a ledger.
 *
 * @throws EvergrantError `backup.notABackup`, `backup.newerVersion`, `backup.damaged`, `backup.notOpened`,
 * `backup.ofPractice`, `backup.ofRealData`
 */
export async function checkBackup(
  { file, passphrase }: OpenedBackup,
  practice: boolean,
): Promise<void> {
  const sealed = await unseal(file, passphrase);
  refuseOtherWorkspace(sealed, practice);
  unpackRows(sealed.bytes);
}
