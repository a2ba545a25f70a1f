import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../electron/engine/engine.ts';
import { unseal } from '../../electron/engine/backup/sealed-file.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { openPartRecords } from '../../electron/platform/export-files/part-records.ts';
import { createPathFiles } from '../../electron/platform/export-files/path-files.ts';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import { systemRandom } from '../../electron/platform/random.ts';
import { builtWorkers } from '../support/programs/workers.ts';
import { silentLog } from '../support/engine-rooms.ts';
import { startCommand } from '../support/evergrant-command.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { addPracticeConnector } from '../support/practice-connector.ts';
import { simulatedLinks } from '../support/simulated-links.ts';

const passphrase = 'four words in a row';

/** A computer: a data folder and the key that opens it. */
interface Computer {
  readonly folder: string;
  readonly key: Uint8Array;
}

let root: string;
let cloud: PracticeCloud;
let desk: Computer;
let laptop: Computer;
let file: string;

const computer = (name: string, byte: number): Computer => ({
  folder: path.join(root, name, 'data'),
  key: new Uint8Array(32).fill(byte),
});

async function at<T>(
  { folder, key }: Computer,
  work: (client: Awaited<ReturnType<typeof clientOf>>['client']) => Promise<T>,
  practice = false,
): Promise<T> {
  const { client, close } = await clientOf({ folder, key }, practice);
  try {
    return await work(client);
  } finally {
    await close();
  }
}

async function clientOf({ folder, key }: Computer, practice: boolean) {
  const network = createNodeNetwork();
  const engine = await createEngine({
    network,
    links: simulatedLinks(() => {}),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    workers: builtWorkers,
    data: { path: folder, key },
    readFile: (name) => readFile(name, 'utf8'),
    exportFiles: createPathFiles({ folder: root }, openPartRecords(path.join(root, 'parts'))),
    holder: 'test',
    computer: 'TEST',
    practice,
  });
  return {
    client: createRouterClient(engine.router, { context: {} }),
    close: async () => {
      await engine.close();
      await network.close();
    },
  };
}

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'evergrant-move-'));
  cloud = await startPracticeCloud();
  desk = computer('desk', 1);
  laptop = computer('laptop', 2);
  file = await at(desk, async (client) => {
    await addPracticeConnector(cloud, { client }, { name: 'Vendor connector' });
    const { tenantId, primaryDomain } = cloud.customer('healthy');
    await client.tenants.add({ domainOrId: primaryDomain, alias: 'The healthy one' });
    await client.grants.test({ tenantId });
    let job = await client.backups.make({ passphrase });
    for await (const next of await client.exports.watch({ exportId: job.id })) job = next;
    if (job.savedAs === null) throw new Error(`The backup ended as ${job.state}.`);
    return await readFile(job.savedAs, 'utf8');
  });
});
afterAll(async () => {
  await cloud?.dispose();
  if (root) await rm(root, { recursive: true, force: true });
});

describe('a backup that moves to another computer', () => {
  it('tells nobody anything, and whoever opens it no key', async () => {
    const { primaryDomain, tenantId } = cloud.customer('healthy');
    for (const word of [primaryDomain, tenantId, 'The healthy one']) {
      expect(file).not.toContain(word);
    }
    const opened = gunzipSync((await unseal(file, passphrase)).bytes).toString('utf8');
    expect(opened).toContain(primaryDomain);
    const pem = await readFile(cloud.manifest.connector.certificateFile, 'utf8');
    const keyBody = pem.split('\n').slice(1, 3);
    const keys = [desk.key, laptop.key].flatMap((key) => [
      Buffer.from(key).toString('hex'),
      Buffer.from(key).toString('base64'),
    ]);
    for (const secret of [...keyBody, ...keys, 'PRIVATE KEY', 'eyJ']) {
      expect(opened).not.toContain(secret);
    }
  });

  it('says first what it brings, brings it under a key of the new computer, and only once', async () => {
    const before = await at(desk, async (client) => ({
      profiles: await client.profiles.list(),
      tenants: await client.tenants.list(),
      activity: await client.activity.list({}),
    }));
    await at(laptop, async (client) => {
      const told = await client.backups.preview({ file, passphrase });
      expect(await client.tenants.list()).toEqual([]);
      expect(await client.backups.restore({ file, passphrase })).toEqual(told);
      expect(told.withoutCredential.map(({ name }) => name)).toEqual(['Vendor connector']);

      const [bare] = await client.profiles.list();
      expect(bare).toEqual({ ...before.profiles[0], credential: null });
      const [row] = await client.tenants.list();
      expect(row).toMatchObject({
        alias: 'The healthy one',
        lastTestAt: before.tenants[0]?.lastTestAt,
        status: { kind: 'granted' },
      });
      const [restored, ...lines] = await client.activity.list({});
      expect(restored).toMatchObject({ action: 'restored', result: 'finished' });
      expect(before.activity).toEqual(
        expect.arrayContaining(lines.filter(({ action }) => action !== 'backedUp')),
      );

      const again = await client.backups.restore({ file, passphrase });
      expect(again.counts.every(({ added }) => added === 0)).toBe(true);
    });
  });

  it('of real customers never comes into Practice, nor the other way round', async () => {
    const training = computer('training', 3);
    const ofPractice = await at(
      training,
      async (client) => {
        await expect(client.backups.restore({ file, passphrase })).rejects.toMatchObject({
          data: { code: 'backup.ofRealData' },
        });
        let job = await client.backups.make({ passphrase });
        for await (const next of await client.exports.watch({ exportId: job.id })) job = next;
        expect(job.fileName).toMatch(/^PRACTICE-/);
        return await readFile(job.savedAs ?? '', 'utf8');
      },
      true,
    );
    await at(laptop, async (client) => {
      await expect(client.backups.preview({ file: ofPractice, passphrase })).rejects.toMatchObject({
        data: { code: 'backup.ofPractice' },
      });
    });
  });
});

describe('evergrant backup and restore', () => {
  it('move a data folder by two commands', async () => {
    const secret = path.join(root, 'passphrase.txt');
    await writeFile(secret, `${passphrase}\n`);
    const run = async (who: Computer, ...args: string[]) => {
      const keyFile = path.join(root, 'key');
      await writeFile(keyFile, who.key, { mode: 0o600 });
      const place = ['--data-dir', who.folder, '--key-file', keyFile, '--no-input', '--json'];
      const { code, stdout } = await startCommand([...args, ...place]).ended;
      return { code, document: JSON.parse(stdout) as unknown };
    };
    const target = path.join(root, 'moved.evergrant');
    const cellar = computer('cellar', 4);
    expect(await run(desk, 'backup', target, '--passphrase-file', secret)).toMatchObject({
      code: 0,
      document: { backup: { state: 'finished', savedAs: target } },
    });
    expect(
      await run(cellar, 'restore', target, '--passphrase-file', secret, '--dry-run'),
    ).toMatchObject({ code: 0, document: { dryRun: true } });
    expect(await run(cellar, 'restore', target, '--passphrase-file', secret)).toMatchObject({
      code: 0,
      document: { restore: { withoutCredential: [{ name: 'Vendor connector' }] } },
    });
    expect(await run(cellar, 'tenants', 'list')).toMatchObject({
      document: { tenants: [{ alias: 'The healthy one' }] },
    });
    await writeFile(secret, 'not the passphrase\n');
    expect(await run(cellar, 'restore', target, '--passphrase-file', secret)).toMatchObject({
      code: 5,
      document: { problem: { code: 'backup.notOpened' } },
    });
  });
});
