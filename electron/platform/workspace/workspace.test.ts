import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, safe } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../engine/kernel/ports.ts';
import { EvergrantError } from '../../engine/errors/evergrant-error.ts';
import { systemClock } from '../clock.ts';
import type { Keyring } from '../keys/keyring.ts';
import { systemLinks } from '../links.ts';
import { createNodeNetwork } from '../network.ts';
import { systemRandom } from '../random.ts';
import { nodeWorkers } from '../workers.ts';
import type { CreateEngine } from './engine.ts';
import { openWorkspace } from './open-workspace.ts';
import { createRefusingRouter } from './refusing-router.ts';
import type { Workspace } from './workspace.ts';

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const noKeyring: Keyring = {
  read: () => Promise.reject(new Error('no keyring')),
  write: () => Promise.reject(new Error('no keyring')),
};

let dataDir: string;
let workspace: Workspace;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'evergrant-workspace-'));
});
afterEach(async () => {
  await workspace.close();
  await rm(dataDir, { recursive: true, force: true });
});

function open(createEngine: CreateEngine, keyring: Keyring = noKeyring): Workspace {
  workspace = openWorkspace({
    host: 'cli',
    version: '1.2.3',
    online: () => true,
    dataDir,
    first: 'real',
    keySources: { keyFile: null, passphraseFile: null, keyring },
    startProcess: () => {
      throw new EvergrantError('practice.notStarted');
    },
    createEngine,
    ports: {
      network: createNodeNetwork(),
      links: systemLinks,
      clock: systemClock,
      random: systemRandom,
      log: silent,
      workers: nodeWorkers,
      readFile: () => Promise.reject(new Error('nothing is read here')),
      exportFiles: {
        choose: () => {
          throw new Error('nothing is exported here');
        },
      },
      computer: 'LAPTOP-7',
      holder: 'test',
    },
  });
  return workspace;
}

/** An engine that answers every call with the same problem, so that a test sees that it was called. */
function engineAnswering(code: string, opened: string[] = []): CreateEngine {
  return async (ports) => {
    opened.push(`open ${ports.data.path}`);
    return {
      router: createRefusingRouter({ code, params: {}, retry: 'never' }),
      close: async () => void opened.push(`close ${ports.data.path}`),
    };
  };
}

async function problemOfList(): Promise<unknown> {
  const client = createRouterClient(await workspace.router(), { context: {} });
  const { error } = await safe(client.profiles.list());
  return error && 'data' in error ? error.data : error;
}

describe('a workspace without a keyring', () => {
  it('is refused with the reason, and calls end with it', async () => {
    open(engineAnswering('engine.asked'));
    expect(await workspace.info()).toMatchObject({
      state: 'refused',
      problem: { code: 'keys.noKeeper' },
      workspace: 'real',
      version: '1.2.3',
    });
    expect(await problemOfList()).toMatchObject({ code: 'keys.noKeeper' });
  });

  it('opens once a passphrase is chosen, and tells its windows', async () => {
    open(engineAnswering('engine.asked'));
    let told = 0;
    workspace.onSwitched(() => (told += 1));
    const client = createRouterClient(await workspace.router(), { context: {} });
    expect(await client.host.setPassphrase({ passphrase: 'correct horse battery' })).toMatchObject({
      state: 'ready',
      keyKeeper: 'passphrase',
    });
    expect(told).toBe(1);
    expect(await problemOfList()).toMatchObject({ code: 'engine.asked' });
  });

  it('is locked at the next start until the passphrase is right', async () => {
    open(engineAnswering('engine.asked'));
    await workspace.setPassphrase('correct horse battery');
    await workspace.close();
    open(engineAnswering('engine.asked'));
    expect(await workspace.info()).toMatchObject({ state: 'locked', keyKeeper: 'passphrase' });
    expect(await problemOfList()).toMatchObject({ code: 'workspace.locked' });
    await expect(workspace.unlock('wrong horse battery')).rejects.toMatchObject({
      code: 'keys.wrongPassphrase',
    });
    expect(await workspace.unlock('correct horse battery')).toMatchObject({ state: 'ready' });
  });
});

describe('a workspace whose engine cannot open the data', () => {
  it('says the code of an expected failure, and nothing of a bug', async () => {
    const keyring: Keyring = { read: async () => new Uint8Array(32), write: async () => undefined };
    open(() => Promise.reject(new EvergrantError('store.wrongKey')), keyring);
    expect(await workspace.info()).toMatchObject({
      state: 'refused',
      problem: { code: 'store.wrongKey' },
    });
    await workspace.close();
    open(() => Promise.reject(new Error('SELECT secret')), keyring);
    expect((await workspace.info()).problem).toEqual({
      code: 'internal',
      params: {},
      retry: 'never',
    });
  });
});

describe('data that was refused', () => {
  const keyring: Keyring = { read: async () => new Uint8Array(32), write: async () => undefined };

  it('opens when it is tried again after the reason is gone, and tells its windows', async () => {
    let isWrongKey = true;
    const works = engineAnswering('engine.asked');
    open((ports) => {
      if (isWrongKey) throw new EvergrantError('store.wrongKey');
      return works(ports);
    }, keyring);
    let told = 0;
    workspace.onSwitched(() => (told += 1));
    expect(await workspace.tryAgain()).toMatchObject({
      state: 'refused',
      problem: { code: 'store.wrongKey' },
    });
    isWrongKey = false;
    expect(await workspace.tryAgain()).toMatchObject({ state: 'ready', problem: null });
    expect(told).toBe(2);
    expect(await problemOfList()).toMatchObject({ code: 'engine.asked' });
  });

  it('is not opened again while it is open', async () => {
    const opened: string[] = [];
    open(engineAnswering('engine.asked', opened), keyring);
    expect(await workspace.tryAgain()).toMatchObject({ state: 'ready' });
    expect(opened).toEqual([`open ${dataDir}`]);
  });
});

describe('a workspace whose practice cloud does not start', () => {
  it('says so and shows the real data again', async () => {
    const opened: string[] = [];
    const keyring: Keyring = { read: async () => new Uint8Array(32), write: async () => undefined };
    open(engineAnswering('engine.asked', opened), keyring);
    await expect(workspace.enterPractice()).rejects.toMatchObject({ code: 'practice.notStarted' });
    expect(await workspace.info()).toMatchObject({ workspace: 'real', state: 'ready' });
    expect(opened).toEqual([`open ${dataDir}`, `close ${dataDir}`, `open ${dataDir}`]);
  });
});
