import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../engine/kernel/ports.ts';
import { systemRandom } from '../random.ts';
import type { Keyring } from './keyring.ts';
import { createKeys, createPracticeKeys } from './keys.ts';
import type { KeyAnswer, KeySources, Keys } from './keys.ts';
import { readPassphraseFile } from './passphrase-file.ts';
import { unwrapKey, wrapKey } from './wrapped-key.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'evergrant-keys-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

function memoryKeyring(): Keyring {
  const kept = new Map<string, Uint8Array>();
  return {
    read: async (folder) => kept.get(folder) ?? null,
    write: async (folder, key) => void kept.set(folder, key),
  };
}

const noKeyring: Keyring = {
  read: () => Promise.reject(new Error("Couldn't access platform storage: AccessDenied")),
  write: () => Promise.reject(new Error("Couldn't access platform storage: AccessDenied")),
};

function keysWith(sources: Partial<KeySources>): Keys {
  return createKeys(
    dataDir,
    { keyFile: null, passphraseFile: null, keyring: noKeyring, ...sources },
    systemRandom,
    silent,
  );
}

async function fileWith(name: string, content: string): Promise<string> {
  const path = join(dataDir, name);
  await writeFile(path, content);
  return path;
}

/** The same key on the second call. */
function kept(made: KeyAnswer): KeyAnswer {
  if (made.state !== 'found') throw new Error('The key is locked.');
  const { state, keeper, key } = made;
  return { state, keeper, key };
}

describe('the key of the real data', () => {
  it('comes from the key file before anything else', async () => {
    const keyFile = await fileWith('k', `${'ab'.repeat(32)}\n`);
    const found = await keysWith({ keyFile, keyring: memoryKeyring() }).find();
    expect(found).toEqual({
      state: 'found',
      keeper: 'keyFile',
      key: new Uint8Array(32).fill(0xab),
    });
  });

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('comes from a key file that Windows saved as %s', async (_, saved) => {
    const key = new Uint8Array(32).fill(0xab);
    for (const text of [Buffer.from(key).toString('hex'), Buffer.from(key).toString('base64')]) {
      const keyFile = join(dataDir, 'saved');
      await writeFile(keyFile, saved(`${text}\r\n`));
      expect(await keysWith({ keyFile }).find()).toMatchObject({ state: 'found', key });
    }
  });

  it('comes from a key file of 32 bytes, whatever they are', async () => {
    const key = new Uint8Array(32).fill(0xff, 0, 1).fill(0xfe, 1, 2).fill(7, 2);
    const keyFile = join(dataDir, 'bytes');
    await writeFile(keyFile, key);
    expect(await keysWith({ keyFile }).find()).toMatchObject({ state: 'found', key });
  });

  it('is refused when the key file is missing or is no key', async () => {
    await expect(keysWith({ keyFile: join(dataDir, 'none') }).find()).rejects.toMatchObject({
      code: 'keys.keyFileMissing',
    });
    const keyFile = await fileWith('short', 'abc');
    await expect(keysWith({ keyFile }).find()).rejects.toMatchObject({
      code: 'keys.keyFileInvalid',
    });
  });

  it('is made once and then found again in the keyring', async () => {
    const keyring = memoryKeyring();
    const first = await keysWith({ keyring }).find();
    expect(first).toMatchObject({ state: 'found', keeper: 'keyring', isNew: true });
    expect(await keysWith({ keyring }).find()).toEqual(kept(first));
  });

  it('is never made anew for data that is already there', async () => {
    await fileWith('ledger.db', 'encrypted');
    await expect(keysWith({ keyring: memoryKeyring() }).find()).rejects.toMatchObject({
      code: 'keys.lost',
    });
    await expect(keysWith({}).find()).rejects.toMatchObject({ code: 'keys.keyringUnavailable' });
  });

  it.each(['directory.db', 'ledger.db-wal'])('is never made beside %s', async (name) => {
    await fileWith(name, 'encrypted');
    await expect(keysWith({ keyring: memoryKeyring() }).find()).rejects.toMatchObject({
      code: 'keys.lost',
    });
  });

  it('is refused without a keyring until a passphrase is chosen, which then locks it', async () => {
    await expect(keysWith({}).find()).rejects.toMatchObject({ code: 'keys.noKeeper' });
    const made = await keysWith({}).setPassphrase('correct horse battery');
    expect(await keysWith({}).find()).toEqual({ state: 'locked', keeper: 'passphrase' });
    await expect(keysWith({}).unlock('wrong horse battery')).rejects.toMatchObject({
      code: 'keys.wrongPassphrase',
      retry: 'now',
    });
    expect(await keysWith({}).unlock('correct horse battery')).toEqual(kept(made));
    await expect(keysWith({}).setPassphrase('another passphrase')).rejects.toMatchObject({
      code: 'keys.alreadyKept',
    });
  });

  it('is asked for once in a run', async () => {
    const made = await keysWith({}).setPassphrase('correct horse battery');
    const keys = keysWith({});
    expect(await keys.find()).toMatchObject({ state: 'locked' });
    await keys.unlock('correct horse battery');
    expect(await keys.find()).toEqual(kept(made));
  });

  it('is made and opened by a passphrase file for scripts', async () => {
    const passphraseFile = await fileWith('p', 'correct horse battery\n');
    const made = await keysWith({ passphraseFile }).find();
    expect(made).toMatchObject({ state: 'found', keeper: 'passphrase' });
    expect(await keysWith({ passphraseFile }).find()).toEqual(kept(made));
    const wrong = await fileWith('w', 'incorrect horse battery\n');
    await expect(keysWith({ passphraseFile: wrong }).find()).rejects.toMatchObject({
      code: 'keys.wrongPassphrase',
    });
  });

  it('says when the file that keeps it was damaged', async () => {
    await keysWith({}).setPassphrase('correct horse battery');
    await fileWith('key.json', '{}');
    await expect(keysWith({}).unlock('correct horse battery')).rejects.toMatchObject({
      code: 'keys.wrappedKeyInvalid',
    });
  });
});

describe('the key of Practice', () => {
  it('stays the same in a file that only its owner can read', async () => {
    const keys = createPracticeKeys(dataDir, systemRandom);
    const first = await keys.find();
    expect(await keys.find()).toEqual(first);
    expect(first).toMatchObject({ keeper: 'practiceKeyFile' });
    const { mode } = await stat(join(dataDir, 'practice.key'));
    // Windows has no such mode bits: there the profile folder's own rights protect it.
    expect(mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0);
  });
});

describe('a passphrase file', { timeout: 60_000 }, () => {
  const passphrase = 'Grüße an die Werkstatt';

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${passphrase}\r\n`)],
    ['UTF-16', Buffer.from(`\uFEFF${passphrase}\r\n`, 'utf16le')],
    ['Windows-1252', Buffer.from(`${passphrase}\r\n`, 'latin1')],
  ])('that Windows saved as %s holds what was typed', async (_, bytes) => {
    const file = join(dataDir, 'passphrase');
    await writeFile(file, bytes);
    expect(await readPassphraseFile(file)).toBe(passphrase);
  });

  it('opens a key that was wrapped with the mark of such a file', async () => {
    const file = join(dataDir, 'key.json');
    const key = new Uint8Array(32).fill(9);
    await wrapKey(file, `\uFEFF${passphrase}`, key, systemRandom);
    expect(await unwrapKey(file, passphrase)).toEqual(key);
    await expect(unwrapKey(file, 'another passphrase')).rejects.toMatchObject({
      code: 'keys.wrongPassphrase',
    });
  });
});
