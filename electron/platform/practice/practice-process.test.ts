import { PassThrough } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import type { Log } from '../../engine/kernel/ports.ts';
import { systemClock } from '../clock.ts';
import type { PracticeManifest } from './manifest.ts';
import { newcomer, practiceReset } from './manifest.ts';
import { keepPracticeRunning } from './practice-process.ts';
import type { PracticeChild, PracticeCloud, StartProcess } from './practice-process.ts';

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const manifest: PracticeManifest = {
  cloudFile: '/state/cloud.json',
  control: { url: 'http://127.0.0.1:1', token: 'control' },
  connector: { name: 'C', clientId: 'id', certificateFile: '/state/connector.pem' },
  tenants: [
    {
      key: 'neverGranted',
      tenantId: 'b8f0a1f0-0000-4000-8000-000000000001',
      displayName: 'Northwind',
      primaryDomain: 'northwind.example',
      accounts: [
        { userPrincipalName: 'reader@northwind.example', role: 'none' },
        { userPrincipalName: 'admin@northwind.example', role: 'globalAdministrator' },
      ],
    },
    {
      key: 'domainRefused',
      tenantId: 'b8f0a1f0-0000-4000-8000-000000000002',
      displayName: 'Tailspin',
      primaryDomain: 'tailspin.example',
      accounts: [
        { userPrincipalName: 'apps@tailspin.example', role: 'cloudApplicationAdministrator' },
        { userPrincipalName: 'admin@tailspin.example', role: 'globalAdministrator' },
      ],
    },
  ],
};

/** A child process that a test ends at a chosen time. */
class FakeChild implements PracticeChild {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly #exited = Promise.withResolvers<string>();
  onExit(listener: (reason: string) => void): void {
    void this.#exited.promise.then(listener);
  }
  kill(): void {
    this.#exited.resolve('killed');
  }
  crash(): void {
    this.#exited.resolve('code 1');
  }
  ready(): this {
    this.stdout.write(`${JSON.stringify(manifest)}\n`);
    return this;
  }
}

let cloud: PracticeCloud | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

async function keep(start: StartProcess, onRestarted = (): void => undefined): Promise<void> {
  cloud = await keepPracticeRunning({
    script: 'practice.js',
    stateDir: '/state',
    start,
    clock: systemClock,
    log: silent,
    onRestarted,
  });
}

it('starts the cloud on its state folder and reads its manifest', async () => {
  const calls: unknown[] = [];
  await keep((script, args) => {
    calls.push([script, ...args]);
    return new FakeChild().ready();
  });
  expect(calls).toEqual([['practice.js', '--state', '/state']]);
  expect(cloud?.manifest).toEqual(manifest);
});

it('starts it again when it ends by itself, and says that addresses are new', async () => {
  const children: FakeChild[] = [];
  const restarted = Promise.withResolvers<void>();
  await keep(
    () => {
      const child = new FakeChild().ready();
      children.push(child);
      return child;
    },
    () => restarted.resolve(),
  );
  children[0]?.crash();
  await restarted.promise;
  expect(children).toHaveLength(2);
});

it('gives up when it ends again and again', async () => {
  const gaveUp = Promise.withResolvers<number>();
  let started = 0;
  cloud = await keepPracticeRunning({
    script: 'practice.js',
    stateDir: '/state',
    start: () => {
      started += 1;
      const child = new FakeChild().ready();
      if (started > 1) child.crash();
      else setImmediate(() => child.crash());
      return child;
    },
    clock: { ...systemClock, now: () => 0 },
    log: { ...silent, error: (event) => event === 'practice.givenUp' && gaveUp.resolve(started) },
    onRestarted: () => undefined,
  });
  expect(await gaveUp.promise).toBe(4);
});

it('says when it does not start, or says something else than its manifest', async () => {
  const ended = new FakeChild();
  ended.crash();
  await expect(keep(() => ended)).rejects.toMatchObject({ code: 'practice.notStarted' });
  const odd = new FakeChild();
  odd.stdout.write('hello\n');
  await expect(keep(() => odd)).rejects.toMatchObject({ code: 'practice.notStarted' });
});

it('names the customer that is left to be added, and who may consent there', () => {
  expect(newcomer(manifest)).toEqual({
    domain: 'northwind.example',
    administrator: 'admin@northwind.example',
  });
});

it('names the customer whose reset is rehearsed, and who may delete and consent there', () => {
  expect(practiceReset(manifest)).toEqual({
    tenantId: 'b8f0a1f0-0000-4000-8000-000000000002',
    clientId: 'id',
    domain: 'tailspin.example',
    administrator: 'admin@tailspin.example',
  });
  expect(practiceReset({ ...manifest, tenants: [] })).toBeNull();
});
