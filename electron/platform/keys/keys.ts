import { join } from 'node:path';
import type { HostInfo } from '../../contract/contract.ts';
import { EvergrantError } from '../../engine/errors/evergrant-error.ts';
import type { Log, Random } from '../../engine/kernel/ports.ts';
import { ownFiles } from '../../engine/store/database/own-files.ts';
import { keyLength, makeKeyFile, readKeyFile } from './key-file.ts';
import type { Keyring } from './keyring.ts';
import { readPassphraseFile } from './passphrase-file.ts';
import { unwrapKey, wrapKey, wrappedKeyExists } from './wrapped-key.ts';

/** What stores the key, as the contract names it. */
export type KeyKeeper = HostInfo['keyKeeper'];

/** The result of looking for the key. */
export type KeyAnswer =
  | {
      readonly state: 'found';
      readonly keeper: KeyKeeper;
      readonly key: Uint8Array;
      /** Just created: no ledger exists yet that it could open. */
      readonly isNew?: true;
    }
  | { readonly state: 'locked'; readonly keeper: 'passphrase' };

/** Where the key may come from. */
export interface KeySources {
  /** `--key-file` or EVERGRANT_KEY_FILE. */
  readonly keyFile: string | null;
  /** EVERGRANT_PASSPHRASE_FILE, for scripts. */
  readonly passphraseFile: string | null;
  readonly keyring: Keyring;
}

/** Finds and creates the key of a data folder. */
export interface Keys {
  /** Finds the key, or creates one if the folder has no data yet. Throws the reason if it can't get one. */
  find(): Promise<KeyAnswer>;
  /** Opens the key with a passphrase. */
  unlock(passphrase: string): Promise<KeyAnswer>;
  /** Creates a new key and protects it with this passphrase; only if nothing else stores a key. */
  setPassphrase(passphrase: string): Promise<KeyAnswer>;
}

/**
 * The key of the real data, in the order of docs/security.md: key file, keyring, passphrase. A key is never
 * stored in clear text beside the data.
 *
 * Errors: `keys.noKeeper` (no keyring on this computer: choose a passphrase), `keys.lost` (there is data, but
 * the keyring does not have its key), and those of `key-file.ts` and `wrapped-key.ts`.
 */
export function createKeys(dataDir: string, sources: KeySources, random: Random, log: Log): Keys {
  const wrappedPath = join(dataDir, 'key.json');
  /** The passphrase is asked for once per process: returning from Practice does not ask again. */
  let unlocked: KeyAnswer | null = null;

  const withPassphrase = async (): Promise<KeyAnswer> => {
    if (unlocked) return unlocked;
    if (sources.passphraseFile === null) return { state: 'locked', keeper: 'passphrase' };
    return await unlock(await readPassphraseFile(sources.passphraseFile));
  };
  const unlock = async (passphrase: string): Promise<KeyAnswer> => {
    if (!(await wrappedKeyExists(wrappedPath))) throw new EvergrantError('keys.noPassphraseSet');
    const key = await unwrapKey(wrappedPath, passphrase);
    unlocked = { state: 'found', keeper: 'passphrase', key };
    return unlocked;
  };
  const setPassphrase = async (passphrase: string): Promise<KeyAnswer> => {
    if ((await wrappedKeyExists(wrappedPath)) || hasData(dataDir)) {
      throw new EvergrantError('keys.alreadyKept');
    }
    const key = random.bytes(keyLength);
    await wrapKey(wrappedPath, passphrase, key, random);
    unlocked = { state: 'found', keeper: 'passphrase', key };
    return { ...unlocked, isNew: true };
  };

  return {
    unlock,
    setPassphrase,
    async find() {
      if (sources.keyFile !== null) {
        return { state: 'found', keeper: 'keyFile', key: await readKeyFile(sources.keyFile) };
      }
      const kept = await sources.keyring.read(dataDir).then(
        (key) => ({ keyring: true, key }),
        (error: unknown) => {
          log.info('keyring.unavailable', { reason: reasonOf(error) });
          return { keyring: false, key: null };
        },
      );
      if (kept.key) return { state: 'found', keeper: 'keyring', key: kept.key };
      if (await wrappedKeyExists(wrappedPath)) return await withPassphrase();
      if (hasData(dataDir)) {
        throw new EvergrantError(kept.keyring ? 'keys.lost' : 'keys.keyringUnavailable', {
          params: { dataDir },
        });
      }
      if (kept.keyring) {
        const key = random.bytes(keyLength);
        const written = await sources.keyring.write(dataDir, key).then(
          () => true,
          (error: unknown) => {
            log.info('keyring.unavailable', { reason: reasonOf(error) });
            return false;
          },
        );
        if (written) return { state: 'found', keeper: 'keyring', key, isNew: true };
      }
      if (sources.passphraseFile !== null) {
        return await setPassphrase(await readPassphraseFile(sources.passphraseFile));
      }
      throw new EvergrantError('keys.noKeeper');
    },
  };
}

/** The key of Practice: its data is invented, so a key file beside it is enough, and the screens say so. */
export function createPracticeKeys(practiceDir: string, random: Random): Keys {
  const refuse = async (): Promise<never> => {
    throw new EvergrantError('keys.alreadyKept');
  };
  return {
    unlock: refuse,
    setPassphrase: refuse,
    find: async () => ({
      state: 'found',
      keeper: 'practiceKeyFile',
      key: await makeKeyFile(join(practiceDir, 'practice.key'), random),
    }),
  };
}

/** The ledger or the directory exists, or SQLite's files beside them. */
function hasData(dataDir: string): boolean {
  return ownFiles(dataDir).some((name) => /^(?:ledger|directory)\.db/.test(name));
}

/** The library's own message, which contains no secret: "Couldn't access platform storage: ...". */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown';
}
