import type { ContractRouterClient } from '@orpc/contract';
import type { engineContract } from '../../electron/contract/contract.ts';
import type { ExportJob, NewExport } from '../../electron/contract/export.ts';

/** An export to its end, as a person without a window would wait for it. */
export async function exported(
  client: ContractRouterClient<typeof engineContract>,
  asked: NewExport,
): Promise<ExportJob> {
  let job = await client.exports.start(asked);
  for await (const next of await client.exports.watch({ exportId: job.id })) job = next;
  return job;
}
