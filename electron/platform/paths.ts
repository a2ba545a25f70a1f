import { homedir, userInfo } from 'node:os';
import { posix, win32 } from 'node:path';

/** What the location of the data folder depends on. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home folder; read only if it is needed. */
  readonly home: () => string;
}

/**
 * The data folder, the same for every host: never roaming, because two computers would write to one database.
 *
 * Windows `%LOCALAPPDATA%\Evergrant`, macOS `~/Library/Application Support/Evergrant`, elsewhere
 * `$XDG_DATA_HOME/evergrant` (XDG Base Directory Specification: a relative value is ignored).
 */
export function defaultDataDir({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    return win32.join(local ? local : win32.join(home(), 'AppData', 'Local'), 'Evergrant');
  }
  if (platform === 'darwin') {
    return posix.join(home(), 'Library', 'Application Support', 'Evergrant');
  }
  const xdg = env['XDG_DATA_HOME'];
  const base = xdg && posix.isAbsolute(xdg) ? xdg : posix.join(home(), '.local', 'share');
  return posix.join(base, 'evergrant');
}

/** This process's own environment. An empty HOME falls back to the account's home folder. */
export const ownSurroundings: Surroundings = {
  platform: process.platform,
  env: process.env,
  home: () => homedir() || userInfo().homedir,
};

/** The folders inside a data folder. Practice has its own complete set and never shares any. */
export interface DataFolders {
  readonly real: string;
  readonly practice: string;
  /** State of the practice cloud itself: what Microsoft would store. */
  readonly practiceCloud: string;
  readonly logs: string;
  /** Where unfinished exports are recorded. */
  readonly exports: string;
}

export function dataFolders(dataDir: string): DataFolders {
  const join = dataDir.includes('\\') ? win32.join : posix.join;
  return {
    real: dataDir,
    practice: join(dataDir, 'practice'),
    practiceCloud: join(dataDir, 'practice', 'cloud'),
    logs: join(dataDir, 'logs'),
    exports: join(dataDir, 'exports'),
  };
}
