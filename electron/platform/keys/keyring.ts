import { keyLength } from './key-file.ts';

/** The operating system's keyring, with one 32-byte key for each data folder and nothing else. */
export interface Keyring {
  /** The key of this data folder, or null when the keyring has none. Rejects when no keyring is available. */
  read(dataDir: string): Promise<Uint8Array | null>;
  write(dataDir: string, key: Uint8Array): Promise<void>;
}

const service = 'Evergrant';

/**
 * Windows Credential Manager, macOS Keychain or the Secret Service, through `@napi-rs/keyring`. Loaded on
 * first use, so that Evergrant still starts on a computer without it.
 */
export const systemKeyring: Keyring = {
  async read(dataDir) {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    const text = await new AsyncEntry(service, dataDir).getPassword();
    if (text === null) return null;
    const key = new Uint8Array(Buffer.from(text, 'base64'));
    if (key.length !== keyLength) throw new Error('The keyring entry is not a key of Evergrant.');
    return key;
  },
  async write(dataDir, key) {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    await new AsyncEntry(service, dataDir).setPassword(Buffer.from(key).toString('base64'));
  },
};
