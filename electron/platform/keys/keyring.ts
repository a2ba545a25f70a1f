import { keyLength } from './key-file.ts';

/** The operating system's keyring, holding one 32-byte key for each data folder and nothing else. */
export interface Keyring {
  /** The key of this data folder, or null when the keyring has none. Rejects when there is no keyring. */
  read(dataDir: string): Promise<Uint8Array | null>;
  write(dataDir: string, key: Uint8Array): Promise<void>;
}

const service = 'Evergrant';

/**
 * Windows Credential Manager, macOS Keychain or the Secret Service, by `@napi-rs/keyring`. Loaded
 * when it is first asked, so that a machine without it still starts.
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
