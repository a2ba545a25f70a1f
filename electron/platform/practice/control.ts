import { z } from 'zod';
import type { Network } from '../../engine/kernel/ports.ts';
import type { PracticeManifest } from './manifest.ts';

const tenantRecord = z.object({
  domains: z.array(
    z.object({
      name: z.string(),
      isDefault: z.boolean(),
      isInitial: z.boolean(),
      isVerified: z.boolean(),
    }),
  ),
  servicePrincipals: z.array(z.object({ appId: z.string() })),
  deletedServicePrincipals: z.array(z.object({ appId: z.string() })),
});

/** What an administrator of a practice customer changes outside the connector. */
export type PracticeChange =
  | { readonly type: 'makePrimary'; readonly domain: string }
  | { readonly type: 'refuse'; readonly appId: string; readonly refused: boolean };

/** One customer of the practice cloud, through its control calls (practice/control/README.md). */
export interface PracticeControl {
  record(): Promise<z.infer<typeof tenantRecord>>;
  change(change: PracticeChange): Promise<void>;
}

/** The control calls about one customer. Any response other than success becomes a plain Error. */
export function controlOf(
  network: Network,
  { url, token }: PracticeManifest['control'],
  tenantId: string,
): PracticeControl {
  const call = async (method: 'GET' | 'POST', body?: PracticeChange): Promise<string> => {
    const answer = await network.send({
      url: `${url}/tenants/${tenantId}`,
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`The practice cloud's control answered ${answer.status}.`);
    return await answer.text();
  };
  return {
    record: async () => tenantRecord.parse(JSON.parse(await call('GET'))),
    change: async (change) => void (await call('POST', change)),
  };
}
