import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { newPracticeFolder } from './practice-keys.ts';
import { programPath } from './programs/programs.ts';

/** The manifest line, as practice/README.md describes it. */
export const practiceManifest = z.object({
  cloudFile: z.string(),
  control: z.object({ url: z.string(), token: z.string() }),
  connector: z.object({
    name: z.string(),
    clientId: z.string(),
    certificateFile: z.string(),
    secretFile: z.string(),
  }),
  tenants: z.array(
    z.object({
      key: z.string(),
      tenantId: z.string(),
      displayName: z.string(),
      primaryDomain: z.string(),
      accounts: z.array(
        z.object({ userPrincipalName: z.string(), displayName: z.string(), role: z.string() }),
      ),
    }),
  ),
});
export type PracticeManifest = z.infer<typeof practiceManifest>;
export type PracticeCustomer = PracticeManifest['tenants'][number];

/** A practice cloud in a separate process, for tests, the tour and the bench. */
export interface PracticeCloud {
  readonly manifest: PracticeManifest;
  /** The folder with `cloud.json`, the CA and the connector's credential. */
  readonly stateDir: string;
  /** A customer by its key: `healthy`, `neverGranted`, ... */
  customer(key: string): PracticeCustomer;
  /** Calls the control API; rejects on any status except 2xx. */
  control(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
  /** Ends the process, so that the customers' network is gone. The state folder remains until `dispose`. */
  stop(): Promise<void>;
  /** Ends the process and removes the state folder. */
  dispose(): Promise<void>;
}

/** Starts a practice cloud and waits for its manifest. Rejects with the output if the process ends first. */
export async function startPracticeCloud(
  options: { readonly stateDir?: string; readonly args?: readonly string[] } = {},
): Promise<PracticeCloud> {
  const stateDir = options.stateDir ?? (await newPracticeFolder());
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      programPath('practice'),
      '--state',
      stateDir,
      ...(options.args ?? []),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const manifest = await firstLine(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  return {
    ...connectPracticeCloud(manifest),
    stateDir,
    stop,
    async dispose() {
      await stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

/** Connects to a practice cloud that another process started, by its manifest. */
export function connectPracticeCloud(
  manifest: PracticeManifest,
): Pick<PracticeCloud, 'manifest' | 'customer' | 'control'> {
  return {
    manifest,
    customer(key) {
      const found = manifest.tenants.find((tenant) => tenant.key === key);
      if (!found) throw new Error(`The practice cloud has no customer '${key}'.`);
      return found;
    },
    async control(method, path, body) {
      const response = await fetch(`${manifest.control.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${manifest.control.token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === '' ? null : (JSON.parse(text) as unknown);
    },
  };
}

async function firstLine(child: ChildProcess): Promise<PracticeManifest> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The practice cloud was started without pipes.');
  let complaints = '';
  stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const lines = createInterface({ input: stdout });
  return await new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      try {
        resolve(practiceManifest.parse(JSON.parse(line)));
      } catch (error) {
        reject(
          new Error(`The practice cloud's first line is not its manifest: ${line}`, {
            cause: error,
          }),
        );
      }
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(
        new Error(`The practice cloud ended with ${code} before it was ready.\n${complaints}`),
      ),
    );
  });
}

/** The CA of a running practice cloud, in PEM. */
export async function practiceCa(cloud: PracticeCloud): Promise<string> {
  const file = z
    .object({ caFile: z.string() })
    .parse(JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8')));
  return await readFile(file.caFile, 'utf8');
}
