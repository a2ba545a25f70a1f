import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { NewProfile, Profile } from '../../electron/contract/profile.ts';
import type { Ports } from '../../electron/engine/kernel/ports.ts';
import { startEngineHost } from './engine-host.ts';
import type { EngineHost } from './engine-host.ts';
import { startPracticeCloud } from './practice-cloud.ts';
import type { PracticeCloud } from './practice-cloud.ts';
import { addPracticeConnector } from './practice-connector.ts';

/** A practice cloud, and an engine that has its connector. */
export interface ConnectedHost {
  readonly cloud: PracticeCloud;
  /** A test that restarts the engine stores the new one in this field, so that it is closed at the end. */
  host: EngineHost;
  readonly profile: Profile;
}

interface Options {
  /** Replaces individual ports of the engine. */
  readonly ports?: Partial<Ports>;
  /** How this connector differs from the practice cloud's connector. */
  readonly connector?: Partial<NewProfile>;
}

/** A cloud whose large customer is small, for tests that do not depend on numbers. */
const fewGroups = ['--groups', '50', '--memberships', '100'];

/** Starts both, for a file whose tests build on each other. `args` are the practice cloud's. */
export async function startConnectedHost(
  options: Options & { readonly args?: readonly string[] } = {},
): Promise<ConnectedHost & { dispose(): Promise<void> }> {
  const cloud = await startPracticeCloud({ args: options.args ?? fewGroups });
  const host = await startEngineHost(options.ports);
  const profile = await addPracticeConnector(cloud, host, options.connector);
  const connected = { cloud, host, profile };
  return Object.assign(connected, {
    dispose: async () => {
      await connected.host.dispose();
      await cloud.dispose();
    },
  });
}

/**
 * One practice cloud per file, and for each test a new engine that has the connector and no customer. Before
 * each test the cloud is reset to its seed, and what an administrator does takes effect immediately. The
 * file's own hooks run after these; the returned object is empty until they have run.
 */
export function connectedHost({ ports, connector }: Options = {}): ConnectedHost {
  const here = {} as { -readonly [Part in keyof ConnectedHost]: ConnectedHost[Part] };
  beforeAll(async () => {
    here.cloud = await startPracticeCloud({ args: fewGroups });
  });
  afterAll(() => here.cloud?.dispose());
  beforeEach(async () => {
    await here.cloud.control('POST', '/reset');
    await takesEffectAfter(here.cloud, 0);
    here.host = await startEngineHost(ports);
    here.profile = await addPracticeConnector(here.cloud, here.host, connector);
  });
  afterEach(() => here.host.dispose());
  return here;
}

/** Sets how long the token endpoint, Graph and its index take to notice a change, in milliseconds. */
export async function takesEffectAfter(cloud: PracticeCloud, ms: number): Promise<void> {
  await cloud.control('POST', '/settings', {
    effect: { principal: ms, token: ms, graph: ms, index: ms },
  });
}
