import { unseal } from '../engine/backup/sealed-file.ts';

/**
 * Makes sure that a backup opens with this passphrase, before anything is changed for its sake.
 *
 * @throws EvergrantError `backup.notABackup`, `backup.newerVersion`, `backup.damaged`, `backup.notOpened`
 */
export async function checkBackup(file: string, passphrase: string): Promise<void> {
  await unseal(file, passphrase);
}
