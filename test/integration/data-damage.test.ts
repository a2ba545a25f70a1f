import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient, safe } from '@orpc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createText } from '../../text/create-text.ts';
import { describeProblem } from '../../text/words/problem-text.ts';
import { openDatabase } from '../../electron/engine/store/database/open.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { createPathFiles } from '../../electron/platform/export-files/path-files.ts';
import { openPartRecords } from '../../electron/platform/export-files/part-records.ts';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import { systemRandom } from '../../electron/platform/random.ts';
import { nodeWorkers } from '../../electron/platform/workers.ts';
import { createRealEngine } from '../../electron/platform/workspace/engine.ts';
import { openWorkspace } from '../../electron/platform/workspace/open-workspace.ts';
import { storeFiles, waysHere } from '../support/damaged-files/ways.ts';
import { silentLog } from '../support/engine-rooms.ts';
import { simulatedLinks } from '../support/simulated-links.ts';

const pageSize = 4096;
const tenantId = '0a0a0a0a-0000-4000-8000-000000000001';
const keyHex = '5a'.repeat(32);
const key = new Uint8Array(32).fill(0x5a);
const passphrase = 'four words in a row';
const text = createText();

let root: string;
let good: string;
let dataDir: string;
let backup: string;
let keyFile: string;
let passphraseFile: string;

/** Opens what a window and the command see: the contract over the workspace of one data folder. */
async function openFolder(mayMakeLedger = false) {
  const network = createNodeNetwork();
  const workspace = openWorkspace({
    host: 'cli',
    version: '1.2.3',
    online: () => null,
    dataDir,
    first: 'real',
    mayMakeLedger,
    keySources: {
      keyFile,
      passphraseFile: null,
      keyring: {
        read: () => Promise.reject(new Error('no keyring')),
        write: () => Promise.reject(new Error('no keyring')),
      },
    },
    startProcess: () => {
      throw new Error('Practice is not opened here.');
    },
    createEngine: createRealEngine,
    ports: {
      network,
      links: simulatedLinks(() => {}),
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
      workers: nodeWorkers,
      readFile: () => Promise.reject(new Error('nothing is read here')),
      exportFiles: createPathFiles({ folder: root }, openPartRecords(path.join(root, 'parts'))),
      holder: 'test',
      computer: 'TEST',
    },
  });
  const client = createRouterClient(await workspace.router(), { context: {} });
  return {
    client,
    info: await workspace.info(),
    close: async () => {
      await workspace.close();
      await network.close();
    },
  };
}

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'evergrant-data-damage-'));
  good = path.join(root, 'good');
  keyFile = path.join(root, 'key');
  passphraseFile = path.join(root, 'passphrase');
  writeFileSync(keyFile, `${keyHex}\n`, { mode: 0o600 });
  writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 });
  dataDir = good;
  const { client, close } = await openFolder();
  await client.profiles.add({
    name: 'Vendor connector',
    clientId: '0c0c0c0c-0000-4000-8000-000000000001',
    cloud: { kind: 'global' },
    credential: { kind: 'secret', value: 'not a secret', expiresAt: null },
  });
  const { id } = (await client.profiles.list())[0] ?? { id: '' };
  await close();
  addRows(id);
  const again = await openFolder();
  let job = await again.client.backups.make({ passphrase });
  for await (const next of await again.client.exports.watch({ exportId: job.id })) job = next;
  backup = job.savedAs ?? '';
  await again.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Adds a customer, and a finished sync with a group. */
function addRows(profileId: string): void {
  const ledger = openDatabase(path.join(good, 'ledger.db'), { key });
  ledger
    .prepare(
      `INSERT INTO tenant (tenant_id, profile_id, alias, verified_domains, added_as, added_at)
       VALUES (?, ?, 'Fabrikam', '[]', 'fabrikam.example', 1)`,
    )
    .run(tenantId, profileId);
  ledger.close();
  const directory = openDatabase(path.join(good, 'directory.db'), { key });
  directory.exec(
    `INSERT INTO tenant (no, tenant_id, current_sync) VALUES (1, '${tenantId}', 1);
     INSERT INTO sync_run (no, id, tenant_no, mode, state, phase, started_at, touched_at, finished_at, requests, reads_hidden, indexed_person, indexed_grp)
     VALUES (1, '0d0d0d0d-0000-4000-8000-000000000001', 1, 'full', 'finished', 'done', 1, 2, 2, 1, 0, 0, 0)`,
  );
  directory.close();
}

let copies = 0;
beforeEach(() => {
  copies += 1;
  dataDir = path.join(root, `data-${copies}`);
  cpSync(good, dataDir, { recursive: true });
});

/** Codes that name the file or the folder, each with a remedy in its message. */
const storeCodes =
  /^store\.(?:damaged|ledgerMissing|cacheDamaged|newerSchema|readOnly|folderUnusable|diskFailed)$/;

function expectWords(code: string, params: Record<string, string | number | boolean>): void {
  expect(code).toMatch(storeCodes);
  const words = describeProblem(text, { code, params });
  expect(`${words.meaning} ${words.cause} ${words.cure}`).not.toContain('{{');
}

/** Moves the ledger away, as the message says, and restores the backup. */
async function restoreAsTold(): Promise<void> {
  const away = path.join(root, `away-${copies}`);
  mkdirSync(away);
  for (const name of readdirSync(dataDir).filter((each) => each.startsWith('ledger.db'))) {
    renameSync(path.join(dataDir, name), path.join(away, name));
  }
  const { client, close } = await openFolder(true);
  await client.backups.restore({ file: readFileSync(backup, 'utf8'), passphrase });
  await close();
  const { client: next, close: closeNext } = await openFolder();
  expect((await next.tenants.list()).map((tenant) => tenant.alias)).toEqual(['Fabrikam']);
  await closeNext();
}

it('a customer who is forgotten is in no copy of damaged synced data either', async () => {
  truncateSync(path.join(dataDir, 'directory.db'), pageSize);
  writeFileSync(path.join(dataDir, 'directory.damaged-1.db-shm'), 'an earlier one');
  writeFileSync(path.join(dataDir, 'directory.damaged-notes.txt'), 'not ours');
  mkdirSync(path.join(dataDir, 'directory.damaged-3.db'));
  const { client, info, close } = await openFolder();
  expect(info.setAside).toEqual({ file: 'directory.db', keptAs: 'directory.damaged-2.db' });
  const copies = [
    'directory.damaged-1.db-shm',
    'directory.damaged-2.db',
    // The file may have been replaced by a folder.
    'directory.damaged-3.db',
  ];
  expect(await client.tenants.forgetting({ tenantId })).toMatchObject({ damagedCopies: copies });
  expect(await client.tenants.forget({ tenantId })).toMatchObject({ damagedCopies: copies });
  await close();
  expect(readdirSync(dataDir).filter((name) => name.includes('damaged'))).toEqual([
    'directory.damaged-notes.txt',
  ]);
});

describe.each(storeFiles)('%s', (file) => {
  it.each(waysHere(file))('that $name', async ({ does, comesTo }) => {
    does(path.join(dataDir, file), key);
    const before = existsSync(path.join(dataDir, file));
    const { client, info, close } = await openFolder();
    const tenants = await safe(client.tenants.list());
    const lasts = info.state === 'ready' ? await safe(client.syncs.last({ tenantId })) : null;
    await close();
    // The position of a flipped bit decides whether it is found when the file is opened or when it is read.
    const isMetAtOnce = comesTo === 'whereRead' && file === 'ledger.db' && info.state === 'refused';
    const isRefused = file === 'ledger.db' && ['missing', 'unusable'].includes(comesTo);
    if (['notReadable', 'newer'].includes(comesTo) || isRefused || isMetAtOnce) {
      expect(info).toMatchObject({ state: 'refused', problem: {} });
      expectWords(info.problem?.code ?? '', info.problem?.params ?? {});
      expect(tenants.error).toMatchObject({ data: { code: info.problem?.code } });
      expect(existsSync(path.join(dataDir, file))).toBe(before);
      if (file === 'ledger.db') await restoreAsTold();
      return;
    }
    expect(info).toMatchObject({ state: 'ready', problem: null });
    if (file === 'directory.db') {
      if (comesTo === 'whereRead' && tenants.error !== null) {
        expect(tenants.error).toMatchObject({ data: { code: 'store.cacheDamaged', retry: 'now' } });
      } else {
        expect(tenants.data?.map(({ alias }) => alias)).toEqual(['Fabrikam']);
      }
      const isAside = info.setAside !== undefined;
      if (comesTo !== 'whereRead') expect(isAside).toBe(comesTo !== 'fine');
      if (comesTo === 'fine') expect(lasts?.data).toMatchObject({ state: 'finished' });
      const { client: next, info: later, close: closeNext } = await openFolder();
      expect(later.setAside).toBe(undefined);
      const again = await safe(next.syncs.last({ tenantId }));
      expect(again.error).toBe(null);
      await closeNext();
      return;
    }
    for (const { error } of [tenants, lasts ?? tenants]) {
      if (error !== null) expect(error).toMatchObject({ data: { code: 'store.damaged' } });
    }
    if (comesTo === 'fine') expect(tenants.data).toHaveLength(1);
    await restoreAsTold();
  });
});
