import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { startCommand } from '../evergrant-command.ts';
import type { CommandEnd } from '../evergrant-command.ts';
import { startPracticeCloud } from '../practice-cloud.ts';
import type { PracticeCloud } from '../practice-cloud.ts';
import type { StoreFile, Way } from './ways.ts';

/** The key of the prepared data. */
export const preparedKey = new Uint8Array(32).fill(0x5a);

const commandProblem = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  retry: z.string(),
});

/** The JSON document of a command, reduced to what concerns damage. */
const commandDocument = z.looseObject({
  tenants: z.array(z.looseObject({ tenantId: z.string() })).optional(),
  groups: z.array(z.unknown()).optional(),
  problem: commandProblem.optional(),
  sync: z.looseObject({ state: z.string(), problem: commandProblem.nullable() }).optional(),
  notices: z
    .array(z.object({ kind: z.string(), file: z.string(), keptAs: z.string().nullable() }))
    .optional(),
});

/** The result of a command that was run with `--json`. */
export interface AnsweredCommand extends CommandEnd {
  readonly document: z.infer<typeof commandDocument>;
}

/** A data folder that one test may damage. */
export interface DataCopy {
  readonly folder: string;
  /** The path of a file in it. */
  at(...names: string[]): string;
  /** Another copy of this folder as it is now. */
  copy(): DataCopy;
  /** Runs `evergrant` on it with text output. */
  run(...args: string[]): Promise<CommandEnd>;
  /** Runs `evergrant` on it with `--json`. */
  ask(...args: string[]): Promise<AnsweredCommand>;
  /** Moves files out of it into a folder next to it. Returns that folder. */
  moveAway(...names: string[]): string;
}

/** A synced customer and a backup, made once by the command itself; each test copies them. */
export interface PreparedData {
  readonly root: string;
  readonly keyFile: string;
  readonly tenantId: string;
  readonly cloud: PracticeCloud;
  /** The arguments and the passphrase file that `evergrant restore` needs. */
  readonly restore: readonly string[];
  /** A copy in which this file is damaged in this way. */
  damaged(file: StoreFile, way: Way): DataCopy;
  copy(): DataCopy;
  /** A copy in this folder. */
  copyTo(folder: string): DataCopy;
  dispose(): Promise<void>;
}

/** The names of the files that SQLite creates next to a file, as the messages about damage list them. */
export const withBesides = (file: StoreFile): readonly string[] => [
  file,
  `${file}-wal`,
  `${file}-shm`,
];

/**
 * Prepares the data: the practice cloud's connector, one of its customers, a sync and a backup.
 *
 * @param through the program that starts the command: see {@link startCommand}
 */
export async function prepareData(through: readonly string[] = []): Promise<PreparedData> {
  const root = mkdtempSync(path.join(tmpdir(), 'evergrant-damaged-'));
  const keyFile = path.join(root, 'key');
  const passphraseFile = path.join(root, 'passphrase');
  const backup = path.join(root, 'customers.evergrant');
  writeFileSync(keyFile, `${Buffer.from(preparedKey).toString('hex')}\n`, { mode: 0o600 });
  writeFileSync(passphraseFile, 'four words in a row\n', { mode: 0o600 });
  const cloud = await startPracticeCloud({ args: ['--groups', '20', '--memberships', '60'] });
  const { connector, cloudFile } = cloud.manifest;
  const { tenantId } = cloud.customer('large');

  const connectorArgs = ['--name', 'Vendor', '--client-id', connector.clientId];
  connectorArgs.push('--cloud-file', cloudFile);

  const dataCopy = (from: string): DataCopy => {
    const folder = path.join(root, `data-${randomUUID().slice(0, 8)}`);
    if (existsSync(from)) cpSync(from, folder, { recursive: true, verbatimSymlinks: true });
    return openCopy(folder, keyFile, through);
  };
  const good = dataCopy(path.join(root, 'nothing'));
  for (const args of [
    ['profiles', 'add', ...connectorArgs, '--secret-file', connector.secretFile],
    ['tenants', 'add', tenantId],
    ['sync', tenantId],
    ['backup', backup, '--passphrase-file', passphraseFile],
  ]) {
    const { code, stderr } = await good.ask(...args);
    if (code !== 0) throw new Error(stderr);
  }
  return {
    root,
    keyFile,
    tenantId,
    cloud,
    restore: ['restore', backup, '--passphrase-file', passphraseFile],
    copy: () => dataCopy(good.folder),
    copyTo(folder) {
      cpSync(good.folder, folder, { recursive: true });
      return openCopy(folder, keyFile, through);
    },
    damaged(file, { does }) {
      const copy = dataCopy(good.folder);
      does(copy.at(file), preparedKey);
      return copy;
    },
    async dispose() {
      await cloud.dispose();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function openCopy(folder: string, keyFile: string, through: readonly string[]): DataCopy {
  const start = (args: readonly string[]) =>
    startCommand([...args, '--data-dir', folder, '--key-file', keyFile, '--no-input'], {}, through)
      .ended;
  return {
    folder,
    at: (...names) => path.join(folder, ...names),
    copy() {
      const next = `${folder}-${randomUUID().slice(0, 8)}`;
      cpSync(folder, next, { recursive: true, verbatimSymlinks: true });
      return openCopy(next, keyFile, through);
    },
    run: (...args) => start(args),
    async ask(...args) {
      const end = await start([...args, '--json']);
      return { ...end, document: commandDocument.parse(JSON.parse(end.stdout || '{}')) };
    },
    moveAway(...names) {
      const away = `${folder}-away`;
      mkdirSync(away, { recursive: true });
      for (const name of names) {
        const from = path.join(folder, name);
        if (lstatSync(from, { throwIfNoEntry: false })) renameSync(from, path.join(away, name));
      }
      return away;
    },
  };
}

/** What is at a path, to compare with later: the bytes, the target of a link, or that it is a folder. */
export function contentOf(file: string): string {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return 'nothing';
  if (found.isSymbolicLink()) return 'a link';
  if (found.isDirectory()) return `a folder: ${readdirSync(file).join(', ')}`;
  return readFileSync(file).toString('base64');
}
