import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variable with the folder of the keys for this run's practice clouds. */
export const practiceKeysVariable = 'EVERGRANT_TEST_PRACTICE_KEYS';

/** A state folder for a practice cloud, with this run's keys if it has made some. */
export async function newPracticeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-practice-'));
  const keys = process.env[practiceKeysVariable];
  if (keys !== undefined) await cp(keys, folder, { recursive: true });
  return folder;
}
