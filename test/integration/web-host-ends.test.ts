import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWindowHost } from '../support/damaged-files/window.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'evergrant-host-ends-'));
  writeFileSync(path.join(folder, 'key'), '5a'.repeat(32), { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a host that ends with a window open does not wait for it, and offers no other link', async () => {
  const host = await startWindowHost(path.join(folder, 'data'), path.join(folder, 'key'));
  const window = await host.open();
  expect(await window.client.host.info()).toMatchObject({ state: 'ready' });
  expect(await host.end()).toEqual([expect.stringContaining('"event":"listening"')]);
});
