import { z } from 'zod';
import type { PracticeCloud } from './practice-cloud.ts';

const registrations = z.array(z.object({ clientId: z.string(), displayName: z.string() }));

/** The name under which the practice cloud registers a vendor's connector. */
export const vendorsName = 'Palisade Endpoint Security';

/** The client ID of the vendor's connector: all that an MSP knows about it. */
export async function vendorsClientId(cloud: PracticeCloud): Promise<string> {
  const all = registrations.parse(await cloud.control('GET', '/registrations'));
  const found = all.find(({ displayName }) => displayName === vendorsName);
  if (!found) throw new Error(`The practice cloud has no registration '${vendorsName}'.`);
  return found.clientId;
}
