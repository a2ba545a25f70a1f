import { z } from 'zod';
import { instant, profileId } from './ids.ts';
import { newPassphrase } from './passphrase.ts';

/** What the rows of a backup are about; a person reads them counted by this. */
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

/** A passphrase for a new backup. Inwards only. */
export const newBackup = z.object({ passphrase: newPassphrase.max(1000) });

/** A backup file's text, with what opens it. Inwards only. */
export const openedBackup = z.object({
  file: z.string().max(24_000_000),
  passphrase: z.string().min(1).max(1000),
});

/** How many rows of one subject a backup brings. */
export const restoreCount = z.object({
  subject: backupSubject,
  /** New here: added. */
  added: z.number().int(),
  /** Here already, and the same. */
  already: z.number().int(),
  /** Here already, and different: what is here stays. */
  differing: z.number().int(),
  /** Not taken: older evidence of a customer that is here, or of one that was forgotten here. */
  notTaken: z.number().int(),
});
export type RestoreCount = z.infer<typeof restoreCount>;

/** What bringing in a backup does, said before, and the same again afterwards. */
export const restoreOutcome = z.object({
  madeAt: instant,
  counts: z.array(restoreCount),
  /** What is here already and different, by name, as far as people have a name for it. */
  differing: z.array(z.object({ subject: backupSubject, name: z.string() })),
  /** Customers that are not here yet, by name. */
  newCustomers: z.array(z.string()),
  /** Customers that were forgotten here after the backup was made: they stay forgotten. */
  forgotten: z.array(z.string()),
  /** Connectors of ours that have no credential on this computer afterwards. */
  withoutCredential: z.array(z.object({ profileId, name: z.string() })),
});
export type RestoreOutcome = z.infer<typeof restoreOutcome>;
