import { z } from 'zod';
import { resetState } from '../../../electron/contract/reset.ts';
import type { Reset } from '../../../electron/contract/reset.ts';
import { createNodeNetwork } from '../../../electron/platform/network.ts';
import { systemRandom } from '../../../electron/platform/random.ts';
import { openEngineHost } from '../engine-host.ts';
import { createKeptClock } from '../kept-clock.ts';
import { connectPracticeCloud, practiceManifest } from '../practice-cloud.ts';
import { connectorPrincipals, createResetWalk } from '../reset-walk.ts';

/**
 * Continues one customer's reset in a separate process, and kills this process at the n-th call that the
 * engine makes to its ports while the reset is at one of `steps`. If it is not killed, it ends when the
 * reset has left those steps, and prints the reset's state.
 */
const asked = z
  .object({
    manifest: practiceManifest,
    folder: z.string(),
    /** The file with the lead of this folder's clock: it continues where the killed process left it. */
    clockFile: z.string(),
    customer: z.string(),
    by: z.string(),
    steps: z.array(resetState),
    calls: z.number().int().positive(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const second = 1_000;
/** A lease is free again when its holder has not renewed it for this long. */
const silence = 61 * second;

let state: Reset['state'] | null = null;
let calls = 0;
const port = <Given extends readonly unknown[], Answer>(
  call: (...given: Given) => Answer,
): ((...given: Given) => Answer) => {
  return (...given) => {
    if (state !== null && (calls += 1) === asked.calls) process.kill(process.pid, 'SIGKILL');
    return call(...given);
  };
};

const under = createKeptClock(asked.clockFile);
const { jump } = under;
const clock = { now: port(() => under.now()), sleep: port(under.sleep), jump };
const network = createNodeNetwork();

const cloud = connectPracticeCloud(asked.manifest);
const host = await openEngineHost(asked.folder, {
  clock,
  network: { send: port((request) => network.send(request)) },
  random: { ...systemRandom, guid: port(() => systemRandom.guid()) },
  holder: `killed ${process.pid}`,
});
const { client } = host;
const walk = createResetWalk(cloud, () => ({ client, clock }), asked.customer);
const { tenantId } = walk;

/** Does what the customer's administrator has to do, once. */
async function administrate(reset: Reset): Promise<void> {
  const { live, deleted } = await connectorPrincipals(cloud, asked.customer);
  if (reset.state === 'deletion' && deleted.length === 0) await walk.remove();
  if (reset.state === 'granting' && live.length === 0) await walk.consent();
}

async function goOn(reset: Reset): Promise<Reset> {
  if (reset.state === 'vendor' || reset.state === 'vendorGrant')
    return await walk.act({ kind: 'confirm', by: asked.by });
  await administrate(reset);
  const next = await walk.check();
  if (next.state === reset.state) jump(10 * second);
  return next;
}

async function patiently(work: () => Promise<Reset>): Promise<Reset> {
  try {
    return await work();
  } catch (error) {
    const code = (error as { readonly data?: { readonly code?: string } }).data?.code;
    if (code !== 'lease.held') throw error;
    jump(silence);
    return await work();
  }
}

const last = await client.resets.last({ tenantId });
let reset = last ?? (await client.resets.begin({ tenantId, by: asked.by }));
while (asked.steps.includes(reset.state)) {
  const now = reset;
  ({ state } = now);
  reset = await patiently(() => goOn(now));
  state = null;
}
process.stdout.write(reset.state);
await host.leave();
