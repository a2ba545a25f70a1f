import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { answerBundleRequest } from './protocol.ts';

vi.mock('electron/main', () => ({ protocol: {} }));

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-bundle-'));
  root = path.join(folder, 'renderer');
  await mkdir(path.join(root, 'assets'), { recursive: true });
  await writeFile(path.join(root, 'index.html'), '<title>Evergrant</title>');
  await writeFile(path.join(root, 'assets', 'main.js'), 'export {};');
  await writeFile(path.join(root, 'assets', 'main.js.map'), '{}');
  await writeFile(path.join(folder, 'secret.js'), 'secret');
  await symlink(path.join(folder, 'secret.js'), path.join(root, 'assets', 'leak.js'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const get = (address: string, method = 'GET'): Promise<Response> =>
  answerBundleRequest(root, method, `app://bundle${address}`);

describe('the protocol of our screens', () => {
  it('answers the page for every screen, under the content security policy', async () => {
    const answer = await get('/customers');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<title>Evergrant</title>');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('answers a file with its type', async () => {
    const answer = await get('/assets/main.js');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await answer.text()).toBe('export {};');
  });

  it('answers HEAD without the file', async () => {
    const answer = await get('/', 'HEAD');
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it.each([
    ['a file that is not there', '/assets/none.js', 404],
    ['a kind of file that the build does not make', '/assets/main.js.map', 404],
    ['a link that leads out of the folder', '/assets/leak.js', 404],
    ['a way out', '/../secret.js', 400],
  ])('refuses %s', async (_what, address, status) => {
    const answer = await get(address);
    expect([answer.status, await answer.text()]).toEqual([status, '']);
  });

  it('refuses to be written to', async () => {
    expect((await get('/', 'POST')).status).toBe(405);
  });
});
