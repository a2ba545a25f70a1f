import { hostname } from 'node:os';
import { resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { HostInfo } from '../contract/contract.ts';
import { closeAll } from '../engine/kernel/close-all.ts';
import type { ExportFiles } from '../engine/kernel/ports.ts';
import { systemPdfPrinter } from './browsers/print-pdf.ts';
import { systemClock } from './clock.ts';
import { openPartRecords } from './export-files/part-records.ts';
import type { PartRecords } from './export-files/part-records.ts';
import { systemKeyring } from './keys/keyring.ts';
import type { KeySources } from './keys/keys.ts';
import { systemLinks } from './links.ts';
import { createFileLog } from './log.ts';
import type { FileLog } from './log.ts';
import { createNodeNetwork } from './network.ts';
import { dataFolders, defaultDataDir, ownSurroundings } from './paths.ts';
import { startNodeProcess } from './practice/practice-process.ts';
import { hasEnded, ownMark } from './process-mark.ts';
import { systemRandom } from './random.ts';
import { readTextFile } from './read-text-file.ts';
import { watchReach } from './reach.ts';
import { keepNurserySmall } from './small-nursery.ts';
import { nodeWorkers } from './workers.ts';
import { createRealEngine } from './workspace/engine.ts';
import { openWorkspace } from './workspace/open-workspace.ts';
import type { Workspace } from './workspace/workspace.ts';

/** Options for starting a host without Electron. */
export interface NodeHostChoices {
  readonly host: Exclude<HostInfo['host'], 'desktop'>;
  readonly practice: boolean;
  readonly dataDir?: string;
  readonly keyFile?: string;
  /** A ticket number for this process's actions. */
  readonly ticket?: string;
  /** A person permits a ledger to be created: they restore a backup. */
  readonly mayMakeLedger?: boolean;
  /** The folder for exported files. */
  readonly exportFiles: (records: PartRecords) => ExportFiles;
}

/** The version in package.json. */
export const version: string = packageJson.version;

/** The chosen data folder, or the one that all hosts share. */
export function chosenDataDir(dataDir: string | undefined): string {
  return resolve(dataDir ?? defaultDataDir(ownSurroundings));
}

/** Where the key may come from: the option, then the environment. */
export function chosenKeySources(keyFile: string | undefined): KeySources {
  const given = keyFile ?? process.env['EVERGRANT_KEY_FILE'];
  const passphraseFile = process.env['EVERGRANT_PASSPHRASE_FILE'];
  return {
    keyFile: given ? resolve(given) : null,
    passphraseFile: passphraseFile ? resolve(passphraseFile) : null,
    keyring: systemKeyring,
  };
}

/**
 * Whether the process that this lease names has certainly ended: it ran on this computer and was killed or
 * crashed.
 */
export function isHolderGone(holder: string): boolean {
  const at = holder.indexOf('@');
  return at !== -1 && hasEnded(holder.slice(at + 1));
}

/** A name for this process in leases. */
export function holderName(host: HostInfo['host']): string {
  return `${host}-${process.pid}-${systemRandom.guid().slice(0, 8)}@${ownMark()}`;
}

/** What a host without Electron builds on. */
export interface NodeHost {
  readonly workspace: Workspace;
  readonly log: FileLog;
}

/** Opens what a host in plain Node builds on: the web host and the command line. */
export function openNodeHost(choices: NodeHostChoices): NodeHost {
  keepNurserySmall();
  const dataDir = chosenDataDir(choices.dataDir);
  const log = createFileLog(dataFolders(dataDir).logs);
  const { network, online } = watchReach(createNodeNetwork());
  const workspace = openWorkspace({
    host: choices.host,
    version,
    // A command's own requests show whether there is a network.
    online: choices.host === 'cli' ? () => null : online,
    dataDir,
    first: choices.practice ? 'practice' : 'real',
    keySources: chosenKeySources(choices.keyFile),
    startProcess: startNodeProcess,
    createEngine: createRealEngine,
    mayMakeLedger: choices.mayMakeLedger ?? false,
    ports: {
      network,
      links: systemLinks,
      clock: systemClock,
      random: systemRandom,
      log,
      workers: nodeWorkers,
      readFile: readTextFile,
      exportFiles: choices.exportFiles(openPartRecords(dataFolders(dataDir).exports)),
      computer: hostname(),
      printPdf: systemPdfPrinter,
      stays: choices.host === 'web',
      holder: holderName(choices.host),
      isHolderGone,
      ...(choices.ticket !== undefined && { ticket: choices.ticket }),
    },
  });
  return {
    log,
    workspace: {
      ...workspace,
      async close() {
        await closeAll([() => workspace.close(), () => network.close(), () => log.close()]);
      },
    },
  };
}
