import { z } from 'zod';
import { instant, profileId } from './ids.ts';
import { newPassphrase } from './passphrase.ts';

/** The subjects of a backup's rows, by which a person sees them counted. */
export const backupSubject = z.enum([
  'connectors',
  'customers',
  'marks',
  'handOvers',
  'evidence',
  'activity',
  'settings',
]);
export type BackupSubject = z.infer<typeof backupSubject>;

/** A passphrase for a new backup. Input only. */
export const newBackup = z.object({ passphrase: newPassphrase.max(1000) });

/** A backup file's text and its passphrase. Input only. */
export const openedBackup = z.object({
  file: z.string().max(24_000_000),
  passphrase: z.string().min(1).max(1000),
});

/** The number of rows of one subject in a backup. */
export const restoreCount = z.object({
  subject: backupSubject,
  /** New on this computer: added. */
  added: z.number().int(),
  /** Already on this computer, and the same. */
  already: z.number().int(),
  /** Already on this computer, and different: the existing row is not changed. */
  differing: z.number().int(),
  /** Not imported: older evidence of a customer on this computer, or of one that was forgotten on it. */
  notTaken: z.number().int(),
});
export type RestoreCount = z.infer<typeof restoreCount>;

/** The result of importing a backup; the same in the preview and afterwards. */
export const restoreOutcome = z.object({
  madeAt: instant,
  counts: z.array(restoreCount),
  /** The names of existing rows that differ, for subjects that have a name. */
  differing: z.array(z.object({ subject: backupSubject, name: z.string() })),
  /** Customers that are not on this computer yet, by name. */
  newCustomers: z.array(z.string()),
  /** Customers that were forgotten on this computer after the backup was made: they remain forgotten. */
  forgotten: z.array(z.string()),
  /** Our own connectors without a credential on this computer after the import. */
  withoutCredential: z.array(z.object({ profileId, name: z.string() })),
});
export type RestoreOutcome = z.infer<typeof restoreOutcome>;
