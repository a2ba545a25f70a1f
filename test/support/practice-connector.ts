import { readFile } from 'node:fs/promises';
import type { NewProfile, Profile } from '../../electron/contract/profile.ts';
import type { EngineHost } from './engine-host.ts';
import type { PracticeCloud } from './practice-cloud.ts';

/** Adds the practice cloud's connector with its certificate. */
export async function addPracticeConnector(
  { manifest: { connector, cloudFile } }: Pick<PracticeCloud, 'manifest'>,
  { client }: Pick<EngineHost, 'client'>,
  changes: Partial<NewProfile> = {},
): Promise<Profile> {
  return await client.profiles.add({
    name: connector.name,
    clientId: connector.clientId,
    cloud: { kind: 'custom', file: cloudFile },
    credential: { kind: 'certificate', pem: await readFile(connector.certificateFile, 'utf8') },
    ...changes,
  });
}
