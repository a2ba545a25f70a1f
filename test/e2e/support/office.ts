import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PracticeCloud } from '../../support/practice-cloud.ts';
import { startStoryHost } from '../../support/story-host/start-story-host.ts';
import type { StoryHost } from '../../support/story-host/start-story-host.ts';
import type { StoryHostOptions } from '../../support/story-host/protocol.ts';
import type { Technician } from './technician.ts';

/** The host of a test, which the test may end and start again on the same data. */
export interface Office {
  readonly host: StoryHost;
  /** Its data folder. */
  readonly dataDir: string;
  readonly keyFile: string;
  /** Opens the screens in the technician's window with a new one-time link. */
  open(technician: Pick<Technician, 'page'>): Promise<void>;
  /** Starts a host again on the same data folder, after the last one ended. */
  startAgain(): Promise<void>;
}

/** A technician's computer: a separate data folder in which the practice connector is set up. */
export async function startOffice(
  { manifest, customer }: Pick<PracticeCloud, 'manifest' | 'customer'>,
  options: {
    /** Customers that exist from the start, by their keys in the practice cloud. */
    readonly customers?: readonly string[];
    /** The client ID of a connector to use instead of the practice cloud's. */
    readonly clientId?: string;
    readonly hostOptions?: Partial<StoryHostOptions>;
  } = {},
): Promise<Office & { end(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-story-'));
  const keyFile = join(folder, 'key');
  await writeFile(keyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
  const { connector, cloudFile } = manifest;
  const dataDir = join(folder, 'data');
  const start = async (): Promise<StoryHost> =>
    await startStoryHost({
      dataDir,
      keyFile,
      furnish: {
        name: 'Acme Shield connector',
        clientId: options.clientId ?? connector.clientId,
        cloudFile,
        certificateFile: connector.certificateFile,
        domains: (options.customers ?? []).map((key) => customer(key).primaryDomain),
      },
      ...options.hostOptions,
    });
  let host = await start();
  return {
    dataDir,
    keyFile,
    get host() {
      return host;
    },
    async open({ page }) {
      await page.goto(await host.link());
      await page.getByRole('button', { name: 'Open Evergrant' }).click();
    },
    async startAgain() {
      host = await start();
    },
    async end() {
      await host.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The key of an office's data. */
export async function keyOf({ keyFile }: Pick<Office, 'keyFile'>): Promise<Uint8Array> {
  return Buffer.from((await readFile(keyFile, 'utf8')).trim(), 'hex');
}
